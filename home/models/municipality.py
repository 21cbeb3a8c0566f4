"""A page per municipality: its meeting places, groups and contact persons."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.text_page import IndexPage, TextPage
from services.models.code import Municipality
from services.page_api import plain


class MunicipalityIndexPage(IndexPage):
    """All municipalities."""

    subpage_types = ["home.MunicipalityPage"]
    template = "home/index.html"

    class Meta:
        verbose_name = _("municipalities")


class MunicipalityPage(TextPage):
    """What there is for families in one municipality."""

    parent_page_types = ["home.MunicipalityIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/municipality.html"

    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, related_name="+", verbose_name=_("municipality")
    )

    content_panels = [*TextPage.content_panels, FieldPanel("municipality")]
    api_fields = [*TextPage.api_fields, *plain("municipality")]

    class Meta:
        verbose_name = _("municipality page")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the municipality's entries and contact persons."""
        from home.selectors import municipality_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(municipality_context(self))
        return context
