"""The form of a concept."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from rapidfuzz.process import extractOne
from wagtail.admin.forms import WagtailAdminModelForm

from search.analysis.fold import fold
from search.models import ThesaurusConcept
from search.thesaurus.rules import problems
from search.thesaurus.stored import concept_of, stored_concepts

RELATIONS = ("broader", "related")


class ConceptCodesField(forms.CharField):
    """Other concepts, one a line, by code or by a term."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        """Show codes, a line each."""
        return "\n".join(value) if isinstance(value, list) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare lines."""
        return list(initial or []) != str(data or "").split()

    def clean(self, value: Any) -> list[str]:  # type: ignore[override]
        """Return the codes; a name that nothing has is an error with the nearest one."""
        names = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        names = list(filter(None, names))
        return list(dict.fromkeys(_codes(names))) if names else []


class ConceptForm(WagtailAdminModelForm):
    """A concept is made and changed by the same rules as files are taken in by."""

    broader = ConceptCodesField(required=False)
    related = ConceptCodesField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].disabled = not self.instance._state.adding
        for field in ThesaurusConcept._meta.fields:
            if field.name in RELATIONS:
                self.fields[field.name].label = str(field.verbose_name).capitalize()
                self.fields[field.name].help_text = field.help_text

    def _post_clean(self) -> None:
        """Check the whole concept, once the form's data are in it."""
        super()._post_clean()
        if self.errors:
            return
        codes = {*ThesaurusConcept.objects.values_list("code", flat=True), self.instance.code}
        for problem in problems(concept_of(self.instance), codes):
            self.add_error(problem.field, problem.message)


def _codes(names: list[str]) -> list[str]:
    by_name: dict[str, str] = {}
    for concept in stored_concepts():
        for text in (text for texts in concept.terms.values() for text in texts):
            by_name.setdefault(fold(text), concept.code)
    by_name |= {fold(code): code for code in by_name.values()}
    errors = [_unknown(name, by_name) for name in names if fold(name) not in by_name]
    if errors:
        raise forms.ValidationError(errors)
    return [by_name[fold(name)] for name in names]


def _unknown(name: str, by_name: dict[str, str]) -> str:
    near = extractOne(fold(name), by_name.keys())
    if near is None:
        return _("There is no concept “%s”.") % name
    names = {"name": name, "near": by_name[near[0]]}
    return _("There is no concept “%(name)s”. Do you mean “%(near)s”?") % names
