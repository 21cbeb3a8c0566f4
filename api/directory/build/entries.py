"""What the API says about entries: many at once, with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects

from api.directory.build.links import entry_urls
from api.directory.build.parts import PICTURES, Content, channel, picture, place
from api.directory.build.surroundings import Surroundings
from api.directory.build.texts import by_language
from services.models import Entry, PeerGroupPage, ScheduleRule

TEXTS = ("title", "summary", "easy_text", "cost_text", "registration", "keywords")
FACTS = (
    *("municipalities", "whole_region", "audiences", "life_stages", "themes", "languages"),
    *("interpreter", "cost", "low_threshold", "opening_hours", "source"),
)


def entry_contents(keys: Collection[UUID]) -> dict[UUID, Content]:
    """Return what visitors may know of those entries that they may see."""
    versions: dict[UUID, list[Entry]] = defaultdict(list)
    public = Entry.objects.public_languages().filter(translation_key__in=keys).order_by("pk")
    for page in public.select_related("locale", "image", "held_at", "peergrouppage"):
        versions[page.translation_key].append(page)
    # Facts are the same in every language: the first page speaks for all.
    first = [pages[0] for pages in versions.values()]
    prefetch_related_objects(
        first, "channels", "schedule_rules", "partner_links__organisation", PICTURES
    )
    return _contents(versions)


def entry_of_draft(draft: Entry) -> Content | None:
    """Return what would be said of an entry if this draft of one of its pages were published.

    Its other languages are as they are. None while its organisation is not public.
    """
    live = Entry.objects.public_languages().with_key(draft.translation_key)
    others = live.exclude(locale=draft.locale).select_related("locale")
    return _contents({draft.translation_key: [draft, *others]}).get(draft.translation_key)


def _contents(versions: dict[UUID, list[Entry]]) -> dict[UUID, Content]:
    around = Surroundings(versions)
    return {
        key: _content(key, pages, around)
        for key, pages in versions.items()
        if around.organisation_of(pages[0])
    }


def _content(key: UUID, pages: Sequence[Entry], around: Surroundings) -> Content:
    facts = pages[0]
    group = _group(facts)
    parent = around.parent_of(facts)
    confirmed = facts.last_confirmed_on
    return {
        "id": str(key),
        "kind": facts.entry_kind,
        "url": entry_urls(key),
        "languages_available": [page.content_language for page in pages],
        **{name: by_language(pages, name) for name in TEXTS},
        "body_html": {page.content_language: around.bodies[page.pk] for page in pages},
        "organisation": around.organisation_of(facts),
        "partners": around.partners_of(facts),
        **{name: getattr(facts, name) for name in FACTS},
        "group_type": group.group_type if group else None,
        "capacity": group.capacity if group else None,
        "channels": _channels(facts, parent),
        "place": place(around.places.get(key)),
        "held_at": around.host_of(facts),
        "schedule": [_rule(row) for row in facts.schedule_rules.all()],
        "meetings": around.meetings[key],
        "image": picture(pages),
        "last_confirmed_on": confirmed.isoformat() if confirmed else None,
        "is_demo": parent.is_demo,
    }


def _group(page: Any) -> PeerGroupPage | None:
    """Return the group that an entry is; one read as a plain entry has it beside itself."""
    return page if isinstance(page, PeerGroupPage) else getattr(page, "peergrouppage", None)


def _channels(entry: Entry, organisation: Any) -> list[Content]:
    """Return an entry's channels: its own, then its organisation's where it shows them."""
    own = list(entry.channels.all())
    known = {row.value for row in own if row.value}
    shared = organisation.channels.all() if entry.uses_organisation_channels else []
    return [
        *(channel(row, of_organisation=False) for row in own),
        *(channel(row, of_organisation=True) for row in shared if row.value not in known),
    ]


def _rule(row: ScheduleRule) -> Content:
    return {
        "first_date": row.first_date.isoformat(),
        "last_date": row.last_date.isoformat() if row.last_date else None,
        "start_time": row.start_time.isoformat(),
        "minutes": row.minutes,
        "rule": row.rule,
    }
