"""A short text per language in one column, for facts that have words: a street, a label."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import get_language


class LocalizedText(dict[str, str]):
    """Texts by language code. Where a language is missing, another one stands in."""

    def language(self, wanted: str | None = None) -> str:
        """Return the code of the language that `text(wanted)` answers in; "" when empty."""
        preferred = [wanted or get_language() or "", *dict(settings.LANGUAGES), *self]
        return next((code for code in preferred if self.get(code)), "")

    def text(self, wanted: str | None = None) -> str:
        """Return the text in the wanted (or the active) language, or in the next one it has."""
        return self.get(self.language(wanted), "")

    def __str__(self) -> str:
        return self.text()


class LocalizedTextWidget(forms.MultiWidget):
    """One input per language, each marked with its language."""

    template_name = "services/widgets/localized_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.TextInput(attrs={"lang": code, "aria-label": name, "placeholder": name})
            for code, name in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Mapping[str, str] | None) -> list[str]:
        """Split the value over the inputs."""
        return [(value or {}).get(code, "") for code, _name in settings.LANGUAGES]


class LocalizedTextFormField(forms.MultiValueField):
    """The form side: a text field per configured language; all of them may stay empty."""

    widget = LocalizedTextWidget

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        fields = [
            forms.CharField(required=False, max_length=max_length)
            for _language in settings.LANGUAGES
        ]
        kwargs["require_all_fields"] = False
        super().__init__(fields, **kwargs)

    def compress(self, data_list: list[str]) -> LocalizedText:
        """Join the inputs, leaving empty languages out."""
        codes = [code for code, _name in settings.LANGUAGES]
        return LocalizedText(
            {code: text for code, text in zip(codes, data_list, strict=False) if text}
        )

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare whole values: two empty ones are the same."""
        return self.compress(list(data or [])) != LocalizedText(initial or {})


class LocalizedTextField(models.JSONField):  # type: ignore[type-arg]
    """Texts by language code as JSON; the value is a `LocalizedText`."""

    def __init__(self, *args: Any, max_length: int = 200, **kwargs: Any) -> None:
        kwargs.setdefault("default", LocalizedText)
        kwargs.setdefault("blank", True)
        self.text_length = max_length
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> LocalizedText:
        """Read the column."""
        return self.to_python(super().from_db_value(value, expression, connection))

    def to_python(self, value: Mapping[str, str] | None) -> LocalizedText:
        """Read any mapping of language codes to texts."""
        return LocalizedText(value or {})

    def formfield(self, **kwargs: Any) -> forms.Field:  # type: ignore[override]
        """Offer one input per language."""
        return LocalizedTextFormField(
            max_length=self.text_length,
            required=not self.blank,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
        )
