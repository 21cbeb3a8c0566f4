"""Entries as lists show them: many at once, in the visitor's language or the one they have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from services.codes import Kind
from services.expiry import holds_until
from services.hours import OpenState, open_state
from services.models.channel import EntryChannel, OrganisationChannel
from services.models.entry import Entry
from services.models.meeting import Meeting
from services.models.organisation import OrganisationPage
from services.selectors.addresses import PATH_STEP, parents_in, path_in


@dataclass(frozen=True)
class EntryCard:
    """What a list shows of an entry; `language` is the one its texts are in."""

    translation_key: UUID
    kind: Kind
    title: str
    summary: str
    language: str
    url: str
    organisation: str
    organisation_language: str
    municipalities: tuple[str, ...]
    whole_region: bool
    cost: str
    low_threshold: bool
    is_demo: bool
    next_meeting: Meeting | None
    open_state: OpenState | None
    phone: "EntryChannel | OrganisationChannel | None"

    @property
    def kind_label(self) -> str:
        """The kind in the active language."""
        return str(self.kind.label)


def entry_cards(translation_keys: Sequence[UUID], language: str) -> list[EntryCard]:
    """Return cards in the order of the keys; entries that nobody may see are left out."""
    pages = best_versions(translation_keys, language)
    spoken = OrganisationPage.objects.select_related("locale", "alias_of__locale")
    organisations = parents_in(pages.values(), language, spoken)
    meetings = next_meetings(pages)
    phones = _phones(pages.values())
    return [
        _card(pages[key], language, organisations, meetings.get(key), phones.get(key))
        for key in translation_keys
        if key in pages
    ]


def best_versions(translation_keys: Iterable[UUID], language: str) -> dict[UUID, Entry]:
    """Return each entry's live page in the language, or else in the first language it has."""
    ranks = {code: rank for rank, (code, _name) in enumerate(settings.LANGUAGES, start=1)}
    ranks[language] = 0
    found = Entry.objects.public_languages().filter(translation_key__in=list(translation_keys))
    rows = sorted(
        found.select_related("locale").defer("body"),
        key=lambda page: ranks.get(page.locale.language_code, len(ranks)),
        reverse=True,
    )
    return {page.translation_key: page for page in rows}


def next_meetings(translation_keys: Iterable[UUID]) -> dict[UUID, Meeting]:
    """Return the next meeting of each entry that has one; cancelled ones don't count."""
    coming = Meeting.objects.upcoming().filter(
        translation_key__in=list(translation_keys), cancelled=False
    )
    first: dict[UUID, Meeting] = {}
    for meeting in coming:
        first.setdefault(meeting.translation_key, meeting)
    for meeting in first.values():
        holds_until(meeting.ends_at)
    return first


def _phones(pages: Iterable[Entry]) -> dict[UUID, EntryChannel | OrganisationChannel]:
    """Return the first number to call: the entry's own, or else its organisation's."""
    pages = list(pages)
    own: dict[int, EntryChannel] = {}
    for channel in EntryChannel.objects.filter(entry__in=[page.pk for page in pages]):
        if channel.is_phone:
            own.setdefault(channel.entry_id, channel)
    of_organisation: dict[str, OrganisationChannel] = {}
    borrowing = {page.path[:-PATH_STEP] for page in pages if page.uses_organisation_channels}
    for shared in OrganisationChannel.objects.filter(
        organisation__path__in=borrowing
    ).select_related("organisation"):
        if shared.is_phone:
            of_organisation.setdefault(shared.organisation.path, shared)
    found: dict[UUID, EntryChannel | OrganisationChannel] = {}
    for page in pages:
        phone = own.get(page.pk) or (
            of_organisation.get(page.path[:-PATH_STEP]) if page.uses_organisation_channels else None
        )
        if phone:
            found[page.translation_key] = phone
    return found


def _card(
    page: Entry,
    language: str,
    organisations: dict[str, OrganisationPage],
    meeting: Meeting | None,
    phone: EntryChannel | OrganisationChannel | None,
) -> EntryCard:
    organisation = organisations[page.path[:-PATH_STEP]]
    parent: Page = organisation
    in_language = page.locale.language_code == language
    own_path = page.url_path if in_language else f"{parent.url_path}{page.slug}/"
    return EntryCard(
        translation_key=page.translation_key,
        kind=Kind(page.entry_kind),
        title=page.title,
        summary=page.summary,
        language=page.content_language,
        url=path_in(own_path, language),
        organisation=organisation.title,
        organisation_language=organisation.content_language,
        municipalities=tuple(page.municipalities),
        whole_region=page.whole_region,
        cost=page.cost,
        low_threshold=page.low_threshold,
        is_demo=organisation.is_demo,
        next_meeting=meeting,
        open_state=open_state(page.opening_hours),
        phone=phone,
    )
