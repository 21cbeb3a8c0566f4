"""The four kinds of entry: thin, so that one table answers questions over all of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from services.admin.panels import FieldPanel
from services.codes import GroupType, Kind
from services.models.entry import Entry
from services.page_api import plain

# Wagtail would look for a template of each class's own name.
TEMPLATE = "services/entry.html"


class ServicePage(Entry):
    """Something an organisation provides: family counselling, maternity clinic."""

    kind = Kind.SERVICE
    template = TEMPLATE

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")


class SupportFormPage(Entry):
    """A form or model of support: a support family, peer mediation, an allowance."""

    kind = Kind.SUPPORT_FORM
    template = TEMPLATE

    class Meta:
        verbose_name = _("form of support")
        verbose_name_plural = _("forms of support")


class PeerGroupPage(Entry):
    """A group that meets."""

    kind = Kind.PEER_GROUP
    template = TEMPLATE

    group_type = models.CharField(_("type of group"), max_length=20, choices=GroupType.choices)
    capacity = models.PositiveSmallIntegerField(_("places in the group"), null=True, blank=True)

    content_panels = [
        *Entry.content_panels[:1],
        FieldPanel("group_type"),
        *Entry.content_panels[1:],
        FieldPanel("capacity"),
    ]
    api_fields = [*Entry.api_fields, *plain("group_type", "capacity")]

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")


class MeetingPlacePage(Entry):
    """A place that is open: a family café, an open day-care, a youth centre."""

    kind = Kind.MEETING_PLACE
    template = TEMPLATE

    class Meta:
        verbose_name = _("meeting place")
        verbose_name_plural = _("meeting places")
