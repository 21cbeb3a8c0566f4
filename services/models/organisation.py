"""Organisations: who helps. What belongs to all their entries stands here once."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField

from services.admin.panels import ChannelsPanel, FieldPanel
from services.blocks import BodyBlock
from services.codes import Sector
from services.fields import CodeListField
from services.models.bilingual import BilingualPage, is_draft_note
from services.models.code import municipality_choices
from services.models.organisation_permissions import OrganisationPermissionTester
from services.models.place import PlaceFields
from services.page_api import coded, codes, computed, plain


class OrganisationIndexPage(BilingualPage):
    """All organisations."""

    holds_back_half_translations = False
    parent_page_types = ["home.FrontPage"]
    subpage_types = ["services.OrganisationPage"]
    max_count_per_parent = 1
    template = "services/organisation_index.html"

    class Meta:
        verbose_name = _("organisations")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the organisations by sector."""
        from services.selectors.organisations import organisations_by_sector

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["sectors"] = organisations_by_sector(self.locale)
        return context


class OrganisationPage(PlaceFields, BilingualPage):
    """An organisation; under it stand its entries, and its staff may edit that subtree."""

    text_fields: ClassVar[list[str]] = [
        *BilingualPage.text_fields,
        "summary",
        "body",
        "image_alt",
    ]
    parent_page_types = ["services.OrganisationIndexPage"]
    subpage_types = [
        "services.ServicePage",
        "services.SupportFormPage",
        "services.PeerGroupPage",
        "services.MeetingPlacePage",
    ]
    template = "services/organisation.html"

    summary = models.CharField(_("summary"), max_length=200, blank=True)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    sector = models.CharField(_("sector"), max_length=20, choices=Sector.choices)
    municipalities = CodeListField(_("municipalities"), codes=municipality_choices)
    whole_region = models.BooleanField(_("works in the whole region"), default=False)
    website = models.URLField(_("website"), blank=True)
    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(_("what the picture shows"), max_length=200, blank=True)
    external_id = models.CharField(_("external id"), max_length=100, blank=True, db_index=True)
    is_demo = models.BooleanField(
        _("demo content"),
        default=False,
        help_text=_("Marks the organisation and its entries as invented for demonstration."),
    )

    # No expiry date: staff could take their organisation down, which is the coordinators' to do.
    settings_panels: ClassVar[list[Any]] = []
    content_panels = [
        *BilingualPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("sector"),
        ChannelsPanel("channels", heading=_("Phone, chat, web"), label=_("Channel")),
        PlaceFields.place_panel,
        MultiFieldPanel(
            [FieldPanel("municipalities"), FieldPanel("whole_region")],
            heading=_("Where it works"),
        ),
        FieldPanel("body"),
        FieldPanel("website"),
        FieldRowPanel([FieldPanel("image"), FieldPanel("image_alt")]),
        InlinePanel("contacts", heading=_("Contact persons"), label=_("Contact person")),
        FieldPanel("is_demo"),
    ]
    api_fields = [
        *plain("summary", "body", "sector", "whole_region", "website"),
        *computed("content_language"),
        *codes("municipalities"),
        *plain("channels", "place_name", "street", "postcode"),
        *coded("place_municipality"),
        *plain("latitude", "longitude", "access", "opening_hours", "image", "image_alt", "is_demo"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the organisation's entries in the visitor's language, or in the one they have."""
        from services.selectors.organisations import organisation_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(organisation_context(self))
        return context

    def permissions_for_user(self, user: Any) -> OrganisationPermissionTester:
        """Return what a user may do here; staff may not remove the organisation itself."""
        return OrganisationPermissionTester(user, self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and tell the others: name, channels and place show on all its entries."""
        from services.notify import organisation_page_changed

        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_draft_note(kwargs.get("update_fields")):
                organisation_page_changed(self)
