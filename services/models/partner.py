"""Partners: the other organisations that an entry is also the work of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from services.page_api import plain


class PartnerLink(Orderable):
    """Points at an organisation in any language; readers go by its translation key."""

    entry = ParentalKey("services.Entry", on_delete=models.CASCADE, related_name="partner_links")
    organisation = models.ForeignKey(
        "services.OrganisationPage",
        on_delete=models.CASCADE,
        related_name="partner_of",
        verbose_name=_("organisation"),
    )

    panels = [PageChooserPanel("organisation")]

    api_fields = plain("organisation")

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
