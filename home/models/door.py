"""The three doors: families, young people, professionals."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.text_page import TextPage
from services.codes import Audience
from services.page_api import plain


class DoorPage(TextPage):
    """What there is for one audience, in its own tone."""

    text_fields: ClassVar[list[str]] = [*TextPage.text_fields, "intro"]
    parent_page_types = ["home.FrontPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/door.html"

    audience = models.CharField(_("audience"), max_length=20, choices=Audience.choices)
    intro = models.TextField(_("introduction"), blank=True)

    content_panels = [
        *TextPage.content_panels[:2],
        FieldPanel("audience"),
        FieldPanel("intro"),
        *TextPage.content_panels[2:],
    ]
    api_fields = [*TextPage.api_fields, *plain("audience"), *plain("intro")]

    class Meta:
        verbose_name = _("door")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the life situations and entries for this audience."""
        from home.selectors import door_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(door_context(self))
        return context
