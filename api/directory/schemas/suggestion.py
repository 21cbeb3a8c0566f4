"""What somebody who is typing may mean."""

from uuid import UUID

from ninja import Field, Schema


class Suggestion(Schema):
    """An entry, an organisation, a place, a theme, or a concept: words to search for."""

    type: str = Field(
        description="`entry`, `organisation`, `municipality`, `village`, `theme` or `concept`."
    )
    text: str
    language: str = Field(description="The language of the text.")
    id: UUID | None = Field(description="Of an entry or an organisation.")
    code: str | None = Field(
        description="Of a municipality, a village (for `near`), a theme or a concept."
    )
    url: str | None


class SuggestionList(Schema):
    """Suggestions, the best first, grouped by type."""

    items: list[Suggestion]
