"""Choosing a concept by typing: its label from a list, a term, or its code."""

import re
from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from search.admin.concept_form import ConceptCodesField
from search.thesaurus import current_thesaurus
from search.thesaurus.concept import Concept

CODE_AT_THE_END: Final = re.compile(r".*\(([\w-]+)\)\s*")


def label_of(concept: Concept) -> str:
    """Return a concept's first term, in the editor's language if it has one, and its code."""
    several = (concept.terms.get(get_language() or "", ()), *concept.terms.values())
    term = next((terms[0] for terms in several if terms), concept.code)
    return f"{term} ({concept.code})"


def concept_labels() -> Iterator[str]:
    """Return all concepts' labels in order."""
    concepts = current_thesaurus().concepts.values()
    yield from sorted(map(label_of, concepts), key=str.casefold)


class ConceptChoiceField(forms.CharField):
    """The code of one concept."""

    default_error_messages = {"required": gettext_lazy("Choose a concept.")}

    def clean(self, value: Any) -> str:
        """Return the code; a name that nothing has is an error with the nearest one."""
        typed = super().clean(value)
        code = CODE_AT_THE_END.fullmatch(typed)
        codes = ConceptCodesField().clean(code[1] if code else typed)
        if len(codes) != 1:
            raise forms.ValidationError(_("Choose one concept."))
        return codes[0]
