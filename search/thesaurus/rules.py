"""What a concept must be like."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from search.analysis.fold import fold
from search.analysis.stop_words import is_function_word
from search.analysis.words import split_words
from search.thesaurus.concept import Concept


@dataclass(frozen=True)
class Problem:
    """What is wrong with a concept, and in which of its fields."""

    field: str
    message: str


def problems(concept: Concept, codes: Collection[str]) -> Iterator[Problem]:
    """Yield all that is wrong with a concept; `codes` are those of all concepts there will be."""
    if not any(concept.terms.values()):
        yield Problem("terms", _("A concept needs a term in one language at least."))
    for field, several in (("terms", concept.terms), ("everyday", concept.everyday)):
        for language, texts in several.items():
            for text in texts:
                if not _says_something(text, language):
                    message = _("“%s” says nothing: it has words of grammar only.")
                    yield Problem(field, message % text)
    for field, others in (("broader", concept.broader), ("related", concept.related)):
        for code in others:
            if code == concept.code:
                yield Problem(field, _("A concept can't point at itself."))
            elif code not in codes:
                yield Problem(field, _("There is no concept “%s”.") % code)


def shared_terms(concept: Concept, others: Iterable[Concept]) -> dict[str, list[str]]:
    """Return those terms of a concept that others have too, with the others' codes."""
    own = {(code, fold(text)): text for code, texts in concept.terms.items() for text in texts}
    found: dict[str, list[str]] = defaultdict(list)
    for other in others:
        for language, texts in other.terms.items():
            for key in ((language, fold(text)) for text in texts):
                if key in own and other.code != concept.code:
                    found[own[key]].append(other.code)
    return dict(found)


def _says_something(text: str, language: str) -> bool:
    return any(not is_function_word(fold(word), language) for word in split_words(text))
