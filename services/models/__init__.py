"""The directory's models, split by what they model."""

from services.models.change import ChangeClock
from services.models.channel import Channel, EntryChannel, OrganisationChannel
from services.models.code import Area, Municipality, Theme, Village
from services.models.contact import ContactPerson
from services.models.entry import Entry
from services.models.kinds import MeetingPlacePage, PeerGroupPage, ServicePage, SupportFormPage
from services.models.meeting import Meeting, MeetingChange
from services.models.organisation import OrganisationIndexPage, OrganisationPage
from services.models.partner import PartnerLink
from services.models.role import OrganisationAccess
from services.models.schedule import ScheduleRule

__all__ = [
    "Area",
    "ChangeClock",
    "Channel",
    "ContactPerson",
    "Entry",
    "EntryChannel",
    "Meeting",
    "MeetingChange",
    "MeetingPlacePage",
    "Municipality",
    "OrganisationAccess",
    "OrganisationChannel",
    "OrganisationIndexPage",
    "OrganisationPage",
    "PartnerLink",
    "PeerGroupPage",
    "ScheduleRule",
    "ServicePage",
    "SupportFormPage",
    "Theme",
    "Village",
]
