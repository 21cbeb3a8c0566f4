"""The front page: the question, the field, and what can be done now."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from services.models.bilingual import BilingualPage
from services.page_api import computed, plain


class FrontPage(BilingualPage):
    """The root of one language."""

    holds_back_half_translations = False
    text_fields: ClassVar[list[str]] = [
        *BilingualPage.text_fields,
        "headline",
        "intro",
        "search_placeholder",
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.DoorPage",
        "home.LifeSituationIndexPage",
        "home.MunicipalityIndexPage",
        "home.ServicePathIndexPage",
        "home.ArticleIndexPage",
        "services.OrganisationIndexPage",
    ]
    template = "home/front.html"

    headline = models.CharField(_("headline"), max_length=80)
    intro = models.CharField(_("introduction"), max_length=200, blank=True)
    search_placeholder = models.CharField(
        _("example in the search field"), max_length=60, blank=True
    )

    content_panels = [
        *BilingualPage.content_panels,
        FieldPanel("headline"),
        FieldPanel("intro"),
        FieldPanel("search_placeholder"),
    ]
    api_fields = [*plain("headline"), *plain("intro"), *computed("content_language")]

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add numbers to call, life situations, the week's meetings and the doors."""
        from home.selectors import front_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(front_context(self))
        return context
