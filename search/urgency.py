"""Whether somebody may be in danger: then the numbers to call stand above everything."""

from collections.abc import Sequence

from search.analysis.reading import languages_from
from search.thesaurus import current_thesaurus


def is_urgent(words: Sequence[str], language: str) -> bool:
    """Tell whether a question's words, all of them, speak of danger; `language` is the reader's."""
    return bool(current_thesaurus().urgent(words, languages_from(language)))
