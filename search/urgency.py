"""Whether somebody may be in danger: then the numbers to call stand above everything."""

from collections.abc import Sequence

from django.conf import settings

from search.thesaurus import current_thesaurus


def is_urgent(words: Sequence[str], language: str) -> bool:
    """Tell whether a question's words, all of them, speak of danger; `language` is the reader's."""
    languages = [language, *(code for code, _name in settings.LANGUAGES if code != language)]
    return bool(current_thesaurus().urgent(words, languages))
