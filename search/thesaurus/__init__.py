"""The thesaurus: families' words and officials' words for the same things."""

from search.thesaurus.current import current_thesaurus

__all__ = ["current_thesaurus"]
