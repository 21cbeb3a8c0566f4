"""System checks of this room, each with an id and a hint."""

from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, register

from search.analysis.finnish import voikko
from search.analysis.swedish import HUNSPELL
from search.engines import NAMES

_INSTALL_FINNISH: Final = "Install Debian's libvoikko1 and voikko-fi."
_INSTALL_SWEDISH: Final = "Install Debian's hunspell-sv and wswedish."
_BUILD_LEXICON: Final = (
    "Install Debian's dict-freedict-fin-swe and dict-freedict-swe-fin, "
    "and run `manage.py build_lexicon`."
)


@register()
def engine_is_known(**kwargs: Any) -> list[CheckMessage]:
    """SEARCH_ENGINE must be one that there is."""
    if settings.SEARCH_ENGINE in NAMES:
        return []
    return [
        Error(
            f"SEARCH_ENGINE is unknown: {settings.SEARCH_ENGINE!r}",
            hint=f"Choose one of: {', '.join(NAMES)}.",
            id="familysearch.E001",
        )
    ]


@register()
def elasticsearch_has_an_address(**kwargs: Any) -> list[CheckMessage]:
    """With Elasticsearch as the engine, its address must be given."""
    if settings.SEARCH_ENGINE != "elasticsearch" or settings.ELASTICSEARCH_URL:
        return []
    return [
        Error(
            "SEARCH_ENGINE is elasticsearch, and ELASTICSEARCH_URL is empty.",
            hint="Set ELASTICSEARCH_URL, for example http://127.0.0.1:9200.",
            id="familysearch.E002",
        )
    ]


@register()
def words_are_known(**kwargs: Any) -> list[CheckMessage]:
    """Finding works without dictionaries, and much better with them."""
    missing = [
        (voikko() is None, "Voikko is missing: Finnish words are only stemmed.", _INSTALL_FINNISH),
        (not HUNSPELL.exists(), "The Swedish word list is missing.", _INSTALL_SWEDISH),
        (
            not Path(settings.SEARCH_LEXICON_FILE).exists(),
            "There is no Finnish–Swedish lexicon.",
            _BUILD_LEXICON,
        ),
    ]
    return [
        Info(message, hint=hint, id=f"familysearch.I{number:03}")
        for number, (is_missing, message, hint) in enumerate(missing, start=1)
        if is_missing
    ]
