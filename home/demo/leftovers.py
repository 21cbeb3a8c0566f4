"""Pictures, collections and codes that nothing uses after the demo's pages are gone."""

from collections.abc import Iterable
from itertools import chain

from django.db.models import Model
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection

from home.demo.pictures import COLLECTION, demo_images
from home.demo.record import Record
from home.models import ArticlePage, LifeSituationPage, MunicipalityPage
from services.models import (
    Area,
    ContactPerson,
    Entry,
    Municipality,
    OrganisationPage,
    Theme,
    Village,
)

MEDIA = (Image, Document)


def remove_unused_pictures() -> int:
    """Delete the drawn pictures that no page shows, and their collection when it is empty."""
    unused = [
        image
        for image in demo_images()
        if not Entry.objects.filter(image=image).exists()
        and not OrganisationPage.objects.filter(image=image).exists()
    ]
    for image in unused:
        image.delete()
    for collection in Collection.objects.filter(name=COLLECTION):
        if not any(model.objects.filter(collection=collection).exists() for model in MEDIA):
            collection.delete()
    return len(unused)


def remove_unused_codes(codes: Record) -> int:
    """Delete the file's themes, municipalities and areas that no page uses, and its villages."""
    themes = _listed("themes", Entry, LifeSituationPage, ArticlePage)
    return (
        _remove(codes.parts("themes"), Theme, themes)
        + _remove(codes.parts("villages"), Village, ())
        + _remove(codes.parts("municipalities"), Municipality, _municipalities_in_use())
        + _remove(
            codes.parts("areas"), Area, Municipality.objects.values_list("area_id", flat=True)
        )
    )


def _municipalities_in_use() -> set[str]:
    return {
        *_listed("municipalities", Entry, OrganisationPage, ContactPerson),
        *MunicipalityPage.objects.values_list("municipality_id", flat=True),
        *Entry.objects.values_list("place_municipality_id", flat=True),
        *OrganisationPage.objects.values_list("place_municipality_id", flat=True),
    }


def _listed(field: str, *models: type[Model]) -> set[str]:
    lists = (model._default_manager.values_list(field, flat=True) for model in models)
    return set(chain.from_iterable(chain.from_iterable(lists)))


def _remove(records: list[Record], model: type[Model], in_use: Iterable[str | None]) -> int:
    codes = {record.need("code", str) for record in records} - set(in_use)
    count, _models = model._default_manager.filter(pk__in=codes).delete()
    return count
