"""Loading the search before somebody waits for it."""

from ctypes import CDLL

from django.conf import settings

from search.finding import find
from search.query import SearchQuery
from search.suggesting import suggestions


def warm_up() -> None:
    """Load what the first question would wait seconds for: word lists, thesaurus, index."""
    language = settings.LANGUAGE_CODE
    find(SearchQuery(text="perhe familj", language=language))
    suggestions("perhe", language, limit=1)
    _give_back()


def _give_back() -> None:
    """Give the machine the memory back that loading alone needed, some 20 MB."""
    if hasattr(libc := CDLL(None), "malloc_trim"):  # glibc has it, musl has not
        libc.malloc_trim(0)
