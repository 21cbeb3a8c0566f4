"""How pages look in the page API: without the titles of what isn't published."""

from typing import Any

from modelcluster.fields import ParentalKey
from wagtail.api.v2.serializers import ChildRelationField, PageSerializer, RelatedField
from wagtail.models import Page


class PublicRelatedField(RelatedField):
    """A related object; nothing where it is a page that isn't live."""

    def get_attribute(self, instance: Any) -> Any:
        """Leave out a draft."""
        target = super().get_attribute(instance)
        return None if _is_draft(target) else target


class PublicChildrenField(ChildRelationField):
    """The rows of a page, without those that point at a page that isn't live."""

    def to_representation(self, value: Any) -> list[Any]:
        """Leave out the rows about drafts."""
        serializer = self.serializer_class(context=self.context)
        return [
            serializer.to_representation(child)
            for child in value.all()
            if not any(_is_draft(getattr(child, name)) for name in _links(type(child)))
        ]


class PublicPageSerializer(PageSerializer):
    """Wagtail's own, with the fields above."""

    serializer_related_field = PublicRelatedField

    def build_relational_field(self, field_name: str, relation_info: Any) -> Any:
        """Take our own field for rows."""
        field, options = super().build_relational_field(field_name, relation_info)
        return (PublicChildrenField if field is ChildRelationField else field), options


def _is_draft(target: Any) -> bool:
    return isinstance(target, Page) and not target.live


def _links(model: Any) -> list[str]:
    """Name a row's links to pages, other than the one to its own."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation
        and issubclass(field.related_model, Page)
        and not isinstance(field, ParentalKey)
    ]
