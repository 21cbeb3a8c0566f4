"""A list of codes in one column: copied between languages as it is, searchable on any database."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models
from django.db.models import Lookup

Choices = Iterable[tuple[str, Any]]


class CodeListField(models.TextField):  # type: ignore[type-arg]
    """Codes as a list of strings, stored as ",598,440,".

    `codes` gives the allowed codes and their labels, or is a callable that does when a form asks.
    `filter(field__has="598")` finds the rows that hold a code.
    """

    def __init__(self, *args: Any, codes: Choices | Callable[[], Choices], **kwargs: Any) -> None:
        self.codes = codes
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Leave the codes out of migrations: they are no part of the column."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "codes": ()}

    def from_db_value(self, value: str | None, *args: object) -> list[str]:
        """Read the column."""
        return self.to_python(value)

    def to_python(self, value: str | Iterable[str] | None) -> list[str]:
        """Read a column, a form's list or a revision's text."""
        if isinstance(value, str):
            return [code for code in value.split(",") if code]
        return list(value or ())

    def get_prep_value(self, value: Any) -> str:
        """Write the column."""
        codes = self.to_python(value)
        return f",{','.join(codes)}," if codes else ""

    def value_to_string(self, obj: models.Model) -> str:
        """Write the value into a revision."""
        return self.get_prep_value(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> forms.Field:  # type: ignore[override]
        """Offer the codes as checkboxes."""
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=not self.blank,
            label=str(self.verbose_name).capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


@CodeListField.register_lookup
class HasCode(Lookup[bool]):
    """True where the list holds the code."""

    lookup_name = "has"
    prepare_rhs = False
    function = "INSTR"

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Look for ",code," as plain text: no pattern, so no wildcards."""
        lhs, lhs_params = self.process_lhs(compiler, connection)
        return f"{self.function}({lhs}, %s) > 0", [*lhs_params, f",{self.rhs},"]

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        """PostgreSQL's name of the same function."""
        self.function = "STRPOS"
        return self.as_sql(compiler, connection)
