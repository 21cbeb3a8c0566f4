"""What the loader asks of a page: what it says, and whether its children are as they should be."""

from typing import Any

from modelcluster.models import get_all_child_relations

from services.models.bilingual import BilingualPage
from services.translations.facts import facts_of


def content_of(page: BilingualPage) -> dict[str, Any]:
    """Return all that a page says, in a form that compares."""
    texts = {name: page._meta.get_field(name).value_to_string(page) for name in page.text_fields}
    return {**facts_of(page), **texts, "alias_of": page.alias_of_id}


def check_children(page: BilingualPage) -> None:
    """Check an unsaved page's children by their own rules; saving checks the page alone."""
    for relation in get_all_child_relations(type(page)):
        for child in getattr(page, relation.get_accessor_name()).all():
            child.full_clean(exclude=[relation.field.name])
