"""A searched text with what a coordinator needs to decide about it."""

from dataclasses import dataclass

from django.utils.translation import override

from search.admin.searches.concept_choice import label_of
from search.finding import find
from search.learning.lists import SearchedText
from search.learning.teaching import concept_with, likely_concept
from search.query import SearchQuery
from search.thesaurus.concept import Concept
from search.views.addresses import address


@dataclass(frozen=True)
class Row:
    """A text, its numbers, and what the search makes of it now.

    `concept` has the text among its wordings; or else `likely` names the one it may belong to.
    """

    numbers: SearchedText
    url: str
    results: int
    concept: Concept | None
    likely: str


def row_of(numbers: SearchedText) -> Row:
    """Ask the search and the thesaurus about a text."""
    text, language = numbers["text"], numbers["language"]
    query = SearchQuery(text=text, language=language)
    concept = concept_with(text)
    likely = None if concept else likely_concept(text, language)
    with override(language):
        url = address(query)
    return Row(
        numbers=numbers,
        url=url,
        results=find(query).total,
        concept=concept,
        likely=label_of(likely) if likely else "",
    )
