"""What somebody who is typing may mean: topics, entries, municipalities and organisations."""

from search.suggesting.entries import suggested_entries
from search.suggesting.names import code_suggestions
from search.suggesting.suggestion import Suggestion, SuggestionType
from search.suggesting.suggestions import suggestions

__all__ = ["Suggestion", "SuggestionType", "code_suggestions", "suggested_entries", "suggestions"]
