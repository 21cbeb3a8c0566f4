"""What stands on every page: the footer, the notice, the numbers that answer at once."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from services.fields import LocalizedTextField, OpeningHoursField


@register_setting(icon="site")
class SiteTexts(BaseSiteSetting, ClusterableModel):
    """Texts and numbers of the whole site, in every language."""

    name = LocalizedTextField(_("name of the site"))
    footer = LocalizedTextField(_("footer text"), max_length=400)
    notice = LocalizedTextField(
        _("notice"), max_length=400, help_text=_("Shown on every page, for example “demo content”.")
    )
    exit_url = models.URLField(
        _("quick exit leads to"), default="https://www.ilmatieteenlaitos.fi/"
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("footer"),
        FieldPanel("notice"),
        FieldPanel("exit_url"),
        InlinePanel("help_numbers", label=_("Number that answers at once")),
    ]

    class Meta:
        verbose_name = _("site texts")


class HelpNumber(Orderable):
    """A number on every page: whom it reaches, when, in which languages."""

    site_texts = ParentalKey(SiteTexts, on_delete=models.CASCADE, related_name="help_numbers")
    number = models.CharField(_("number"), max_length=40)
    label = LocalizedTextField(_("label"), blank=False)
    note = LocalizedTextField(_("note"))
    opening_hours = OpeningHoursField(verbose_name=_("hours"))
    languages = models.CharField(_("languages"), max_length=60, blank=True)
    urgent = models.BooleanField(_("in an emergency"), default=False)

    panels = [
        FieldPanel("number"),
        FieldPanel("label"),
        FieldPanel("note"),
        FieldPanel("opening_hours"),
        FieldPanel("languages"),
        FieldPanel("urgent"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("help number")

    def __str__(self) -> str:
        return f"{self.label} {self.number}"
