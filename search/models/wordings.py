"""Wordings per language in one column: one text area per language, one wording a line."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.db import models

Wordings = dict[str, list[str]]


class WordingsWidget(forms.MultiWidget):
    """One text area per language, each marked with its language."""

    template_name = "services/widgets/localized_text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            code: forms.Textarea(
                attrs={"lang": code, "aria-label": name, "placeholder": name, "rows": 8}
            )
            for code, name in settings.LANGUAGES
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Mapping[str, list[str]] | None) -> list[str]:
        """Split the value over the areas."""
        return ["\n".join((value or {}).get(code, ())) for code, _name in settings.LANGUAGES]


class WordingsFormField(forms.MultiValueField):
    """The form side; an area may stay empty."""

    widget = WordingsWidget

    def __init__(self, **kwargs: Any) -> None:
        fields = [forms.CharField(required=False) for _language in settings.LANGUAGES]
        kwargs["require_all_fields"] = False
        super().__init__(fields, **kwargs)

    def compress(self, data_list: list[str]) -> Wordings:
        """Join the areas; empty lines, repeated wordings and needless spaces go."""
        texts = dict(zip(dict(settings.LANGUAGES), data_list, strict=False))
        found = {code: _lines(text) for code, text in texts.items()}
        return {code: lines for code, lines in found.items() if lines}

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what the areas show."""
        return self.compress(list(data or [])) != self.compress(
            WordingsWidget().decompress(initial)
        )


class WordingsField(models.JSONField):  # type: ignore[type-arg]
    """Lists of wordings by language code, as JSON."""

    def save_form_data(self, instance: models.Model, data: Wordings) -> None:
        """Keep the languages that the form doesn't show."""
        shown = dict(settings.LANGUAGES)
        before = self.value_from_object(instance)
        kept = {code: words for code, words in before.items() if code not in shown}
        super().save_form_data(instance, data | kept)

    def formfield(self, **kwargs: Any) -> forms.Field:  # type: ignore[override]
        """Offer one area per language."""
        return WordingsFormField(
            required=not self.blank,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
        )


def _lines(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(filter(None, lines)))
