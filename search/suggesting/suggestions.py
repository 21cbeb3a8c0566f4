"""All that is offered to somebody who is typing."""

from search.engines import get_engine
from search.suggesting.concepts import concept_suggestions
from search.suggesting.entries import entry_suggestions
from search.suggesting.names import code_suggestions, organisation_suggestions
from search.suggesting.suggestion import Suggestion


def suggestions(text: str, language: str, limit: int) -> list[Suggestion]:
    """Return what begins with a text, or has a word that does, type by type.

    At most `limit` of each type, the best of each first; the reader's language goes before others.
    """
    engine = get_engine()
    engine.prepare()
    return [
        *concept_suggestions(engine.vocabulary, text, language, limit),
        *entry_suggestions(engine.vocabulary, text, language, limit),
        *code_suggestions("municipality", text, language, limit),
        *code_suggestions("village", text, language, limit),
        *organisation_suggestions(text, language, limit),
    ]
