"""Words into terms: the one analysis that index and questions share.

Engines get ready terms and only compare them. Whatever changes the terms of a text changes
`version()` too, and engines rebuild themselves.
"""

from search.analysis.finnish import voikko
from search.analysis.swedish import word_list
from search.analysis.text import TextTerms, analyse, pairs

RULES = 4


def version() -> int:
    """Return the number of these rules together with the dictionaries that are at hand."""
    return RULES * 4 + 2 * (voikko() is not None) + (word_list() is not None)


__all__ = ["TextTerms", "analyse", "pairs", "version"]
