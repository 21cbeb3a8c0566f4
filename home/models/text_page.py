"""What the text pages of this room share: a summary and a body."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from services.blocks import BodyBlock
from services.models.bilingual import BilingualPage
from services.page_api import computed, plain


class TextPage(BilingualPage):
    """A page with a summary and a body, both texts."""

    text_fields: ClassVar[list[str]] = [*BilingualPage.text_fields, "summary", "body"]

    summary = models.CharField(_("summary"), max_length=200, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))

    content_panels: ClassVar[list[Any]] = [
        *BilingualPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    api_fields: ClassVar[list[Any]] = [
        *computed("content_language"),
        *plain("summary"),
        *plain("body"),
    ]

    class Meta:
        abstract = True


class IndexPage(BilingualPage):
    """A page that lists its children; mirrored into every language with the tree."""

    holds_back_half_translations = False
    parent_page_types = ["home.FrontPage"]
    max_count_per_parent = 1

    class Meta:
        abstract = True

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the children in the visitor's language, or in the one they have."""
        from services.selectors.pages import children_in

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["children"] = children_in(self)
        return context
