"""Which entries' documents change with something else than the entry itself."""

from uuid import UUID

from django.db.models import Q

from services.models import Area, Entry, Municipality, Theme, Village


def entries_of_code(code: Area | Municipality | Theme | Village) -> set[UUID]:
    """Return the entries that show a code; what serves the whole region shows each municipality."""
    entries = Entry.objects.all()
    if isinstance(code, Theme):
        entries = entries.filter(Q(themes__has=code.code))
    if isinstance(code, Municipality | Village):
        served = code.code if isinstance(code, Municipality) else code.municipality_id
        entries = entries.filter(Q(whole_region=True) | Q(municipalities__has=served))
    return set(entries.values_list("translation_key", flat=True))
