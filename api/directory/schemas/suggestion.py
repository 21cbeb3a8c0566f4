"""What somebody who is typing may mean."""

from uuid import UUID

from ninja import Field, Schema


class Suggestion(Schema):
    """An entry, an organisation, a theme or a municipality."""

    type: str = Field(description="`entry`, `organisation`, `theme` or `municipality`.")
    text: str
    language: str = Field(description="The language of the text.")
    id: UUID | None = Field(description="Of an entry or an organisation.")
    code: str | None = Field(description="Of a theme or a municipality.")
    url: str | None


class SuggestionList(Schema):
    """Suggestions, the best first, grouped by type."""

    items: list[Suggestion]
