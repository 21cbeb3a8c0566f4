"""Pages whose texts are translated and whose facts are the same in every language."""

from typing import Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField, TranslatableField

from services.translations import gate, slugs


class _TranslatableFields:
    """wagtail-localize's list of fields, derived from `text_fields`: all the rest are facts."""

    def __get__(self, instance: object, owner: type["BilingualPage"]) -> list[Any]:
        texts = [TranslatableField(name) for name in owner.text_fields]
        facts = [SynchronizedField(name, overridable=False) for name in owner.fact_names()]
        return texts + facts


class BilingualPage(Page):
    """A page of this site in one language; its translations share its `translation_key`.

    Subclasses name their texts in `text_fields`. Everything else they add is a fact, and
    `services.translations.facts.sync_facts` keeps it equal in all languages.
    """

    text_fields: ClassVar[list[str]] = ["title", "seo_title", "search_description"]
    translatable_fields = _TranslatableFields()
    # False for the pages that make up the tree: they are mirrored, not translated one by one.
    holds_back_half_translations: ClassVar[bool] = True

    class Meta:
        abstract = True

    @classmethod
    def fact_names(cls) -> list[str]:
        """Return the names of the fields and child relations that are facts."""
        inherited = {field.name for field in Page._meta.get_fields()}
        columns = [
            field.name
            for field in cls._meta.get_fields()
            if field.concrete
            and field.editable
            and field.name not in inherited
            and field.name not in cls.text_fields
            and not (field.remote_field and getattr(field.remote_field, "parent_link", False))
        ]
        inherited_children = {relation.name for relation in get_all_child_relations(Page)}
        children = [
            relation.name
            for relation in get_all_child_relations(cls)
            if relation.name not in inherited_children
        ]
        return columns + children

    @property
    def content_language(self) -> str:
        """The language the page's text is in: an alias speaks its source's language."""
        if self.alias_of_id:
            return str(self.alias_of.locale.language_code)
        return str(self.locale.language_code)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Give a new translation a slug in its own language before it is validated."""
        slugs.follow_translated_title(self)
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Refuse to be live half translated."""
        super().clean()
        if self.holds_back_half_translations and self.live and gate.is_half_translated(self):
            raise ValidationError(
                {
                    NON_FIELD_ERRORS: [
                        _(
                            "The translation is not finished. Translate all the texts first; "
                            "until then the page stays as it is."
                        )
                    ]
                }
            )

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Serve a child that has no version in this language in the language it has."""
        try:
            return super().route(request, path_components)
        except Http404:
            child = self._child_in_another_language(path_components)
            if child is None:
                raise
            return child.specific.route(request, path_components[1:])

    def _child_in_another_language(self, path_components: list[str]) -> Page | None:
        if not path_components:
            return None
        slug = path_components[0]
        if self.get_children().filter(slug=slug).exists():
            return None
        for parent in self.get_translations():
            child = parent.get_children().live().filter(slug=slug, alias_of=None).first()
            if child and not has_live_version(child, self.locale):
                return child
        return None


def has_live_version(page: Page, locale: Locale) -> bool:
    """Tell whether a page is live in a language."""
    return Page.objects.filter(
        translation_key=page.translation_key, locale=locale, live=True
    ).exists()
