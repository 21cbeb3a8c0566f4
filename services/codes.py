"""The closed code lists. Their values are part of the public contract (docs/contract.md)."""

from collections.abc import Iterable
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """The four kinds of entry."""

    SERVICE = "service", _("Service")
    SUPPORT_FORM = "support_form", _("Form of support")
    PEER_GROUP = "peer_group", _("Group")
    MEETING_PLACE = "meeting_place", _("Meeting place")


class Sector(TextChoices):
    """Who stands behind an organisation."""

    COUNTY = "county", _("Wellbeing services county")
    MUNICIPALITY = "municipality", _("Municipality")
    ASSOCIATION = "association", _("Association")
    PARISH = "parish", _("Parish")
    VOLUNTEERS = "volunteers", _("Volunteers")
    STATE = "state", _("State")
    COMPANY = "company", _("Company")


class Audience(TextChoices):
    """Whom an entry speaks to: the three doors."""

    FAMILIES = "families", _("Families")
    YOUTH = "youth", _("Young people")
    PROFESSIONALS = "professionals", _("Professionals")


class LifeStage(TextChoices):
    """The age of the child."""

    EXPECTING = "expecting", _("Expecting a baby")
    BABY = "baby", _("Baby, 0–1 years")
    EARLY_CHILDHOOD = "early_childhood", _("Small child, 1–6 years")
    SCHOOL_AGE = "school_age", _("School child, 7–12 years")
    YOUTH = "youth", _("Teenager, 13–17 years")
    YOUNG_ADULT = "young_adult", _("Young adult, 18–29 years")
    ALL = "all", pgettext_lazy("life stage", "All ages")


# Whole years of the child in each stage. Before birth there is no age.
AGES: Final[dict[str, range]] = {
    LifeStage.BABY: range(2),
    LifeStage.EARLY_CHILDHOOD: range(1, 7),
    LifeStage.SCHOOL_AGE: range(7, 13),
    LifeStage.YOUTH: range(13, 18),
    LifeStage.YOUNG_ADULT: range(18, 30),
    LifeStage.ALL: range(30),
}


def ages_in(life_stages: Iterable[str]) -> list[int]:
    """Return the ages, in whole years, that any of these life stages holds."""
    return sorted({age for stage in life_stages for age in AGES.get(stage, ())})


class Cost(TextChoices):
    """What help costs the family."""

    FREE = "free", _("Free of charge")
    SMALL_FEE = "small_fee", _("Small fee")
    PRICED = "priced", _("Has a price")


class ChannelKind(TextChoices):
    """How help is reached."""

    PHONE = "phone", _("Phone")
    CHAT = "chat", _("Chat")
    VIDEO = "video", _("Video call")
    ONLINE = "online", _("Online service")
    FORM = "form", _("Form")
    WALK_IN = "walk_in", _("Drop in")
    APPOINTMENT = "appointment", _("Book a time")
    EMAIL = "email", _("E-mail")
    HOME_VISIT = "home_visit", _("Home visit")
    SCHOOL = "school", _("At school")
    MOBILE = "mobile", _("Mobile service")
    CONSULTATION = "consultation", _("Consultation for professionals")


class GroupType(TextChoices):
    """What a group is for."""

    PEER = "peer", _("Peer support")
    PARENTING = "parenting", _("Parenting")
    FAMILY_CLUB = "family_club", _("Family club")
    HOBBY = "hobby", _("Hobby")
    COURSE = "course", _("Course")
    TRAINING = "training", _("Training for professionals")


class ServiceLanguage(TextChoices):
    """Languages help is given in (ISO 639-1)."""

    FI = "fi", _("Finnish")
    SV = "sv", _("Swedish")
    EN = "en", _("English")
    SE = "se", _("Northern Sámi")
    RU = "ru", _("Russian")
    UK = "uk", _("Ukrainian")
    ET = "et", _("Estonian")
    AR = "ar", _("Arabic")
    SO = "so", _("Somali")
    FA = "fa", _("Persian")
    KU = "ku", _("Kurdish")
    VI = "vi", _("Vietnamese")
    TH = "th", _("Thai")
    BS = "bs", _("Bosnian")


class Source(TextChoices):
    """Where an entry's facts come from."""

    MANUAL = "manual", _("Written here")
    PTV = "ptv", _("National service catalogue (PTV)")
    SPREADSHEET = "spreadsheet", _("Spreadsheet")


class PlaceSource(TextChoices):
    """Where an entry takes its address from."""

    ORGANISATION = "organisation", _("As the organisation")
    OWN = "own", _("An address of its own")
    MEETING_PLACE = "meeting_place", _("At a meeting place")
    NONE = "none", _("No address")
