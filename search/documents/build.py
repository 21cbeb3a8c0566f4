"""Builds search documents from live pages: many at once, with a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from search.documents.document import Document, Texts
from search.documents.labels import Codes
from search.documents.organisations import Organisation, organisations_of
from search.facets import SET
from services.codes import Cost, LifeStage, ages_in
from services.models import Entry, EntryChannel, PeerGroupPage
from services.models.place import PlaceFields
from services.selectors.places import places_of


def build_documents(keys: Collection[UUID]) -> dict[UUID, Document]:
    """Return the documents of those entries that visitors may see; the others are left out."""
    found: dict[UUID, list[Entry]] = defaultdict(list)
    public = Entry.objects.public_languages().filter(translation_key__in=keys).order_by("pk")
    for page in public.select_related("locale"):
        found[page.translation_key].append(page)
    # Facts are the same in every language: the first page speaks for all.
    first = [pages[0] for pages in found.values()]
    organisations, own_channels = organisations_of(first), _own_channels(first)
    group_types, places, codes = _group_types(first), places_of(first), Codes()
    return {
        key: _document(
            pages,
            organisations.get(pages[0].pk, []),
            own_channels[pages[0].pk],
            group_types.get(pages[0].pk),
            places.get(key),
            codes,
        )
        for key, pages in found.items()
    }


def _own_channels(pages: Sequence[Entry]) -> dict[int, set[str]]:
    kinds: dict[int, set[str]] = defaultdict(set)
    rows = EntryChannel.objects.filter(entry__in=[page.pk for page in pages])
    for entry_id, kind in rows.values_list("entry_id", "kind"):
        kinds[entry_id].add(kind)
    return kinds


def _group_types(pages: Sequence[Entry]) -> dict[int, str]:
    groups = PeerGroupPage.objects.filter(pk__in=[page.pk for page in pages])
    return dict(groups.values_list("pk", "group_type"))


def _document(
    pages: Sequence[Entry],
    organisations: Sequence[Organisation],
    own_channels: set[str],
    group_type: str | None,
    place: PlaceFields | None,
    codes: Codes,
) -> Document:
    entry = pages[0]
    facets = _facets(entry, organisations, own_channels, group_type, codes)
    titles: dict[str, list[str]] = defaultdict(list)
    for organisation in organisations:
        for language, title in organisation.titles.items():
            titles[language].append(title)
    return Document(
        texts={page.locale.language_code: _texts(page) for page in pages},
        organisations=dict(titles),
        labels=codes.labels(facets),
        places=codes.places(facets),
        villages=codes.villages_in(facets),
        facets=facets,
        local=not entry.whole_region,
        last_confirmed=entry.last_confirmed_on.isoformat() if entry.last_confirmed_on else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
    )


def _texts(page: Entry) -> Texts:
    body = page.body.stream_block.get_searchable_content(page.body)
    return Texts(page.title, page.summary, "\n".join(body), page.easy_text, page.keywords)


def _facets(
    entry: Entry,
    organisations: Sequence[Organisation],
    own_channels: set[str],
    group_type: str | None,
    codes: Codes,
) -> dict[str, list[str]]:
    municipalities = list(codes.municipalities) if entry.whole_region else entry.municipalities
    borrowed = organisations[0].channels if organisations else set()
    channels = own_channels | (borrowed if entry.uses_organisation_channels else set())
    stages = LifeStage.values if LifeStage.ALL in entry.life_stages else entry.life_stages
    return {
        "kind": [entry.entry_kind],
        "municipality": sorted(municipalities),
        "area": codes.areas_of(municipalities),
        "theme": sorted(entry.themes),
        "age": [str(age) for age in ages_in(stages)],
        "life_stage": sorted(stages),
        "audience": sorted(entry.audiences),
        "language": sorted(entry.languages),
        "channel": sorted(channels),
        "group_type": [group_type] if group_type else [],
        "sector": sorted({organisation.sector for organisation in organisations}),
        "free": [SET] if entry.cost == Cost.FREE else [],
        "low_threshold": [SET] if entry.low_threshold else [],
    }
