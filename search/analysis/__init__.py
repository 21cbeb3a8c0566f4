"""Text into terms: the one analysis that index and queries share.

Engines get ready terms and only compare them. Whatever changes the terms of a text changes
`VERSION` too, and engines rebuild themselves.
"""

from search.analysis.question import Alternative, QueryWord, query_words
from search.analysis.text import Token, analyse, terms

VERSION = 1

__all__ = ["VERSION", "Alternative", "QueryWord", "Token", "analyse", "query_words", "terms"]
