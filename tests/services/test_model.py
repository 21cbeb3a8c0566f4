"""The content model: tree rules, required facts, one table over all kinds."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from services.models import (
    Entry,
    MeetingPlacePage,
    OrganisationPage,
    PeerGroupPage,
    ServicePage,
    SupportFormPage,
)
from tests.factories import KINDS, Tree, make_entry, make_organisation, make_second_language

pytestmark = pytest.mark.django_db
FOUR = {ServicePage, SupportFormPage, PeerGroupPage, MeetingPlacePage}


def test_only_the_four_kinds_stand_under_an_organisation() -> None:
    assert set(OrganisationPage.creatable_subpage_models()) == FOUR
    assert all(model.allowed_parent_page_models() == [OrganisationPage] for model in FOUR)
    assert all(model.allowed_subpage_models() == [] for model in FOUR)
    assert not Entry.is_creatable


def test_every_page_model_says_where_it_belongs() -> None:
    from wagtail.models import get_page_models

    own = [
        model for model in get_page_models() if model.__module__.startswith(("home", "services"))
    ]
    assert len(own) >= 14
    assert all(Page not in model.clean_subpage_models() for model in own if model is not Page)


@pytest.mark.parametrize("kind", list(KINDS))
def test_one_table_answers_over_all_kinds(site: Tree, kind: str) -> None:
    entry = make_entry(kind)
    assert Entry.objects.get(translation_key=entry.translation_key).entry_kind == kind


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"municipalities": []}, "municipalities"),
        ({"place_source": "own"}, "street"),
        ({"place_source": "meeting_place"}, "held_at"),
        ({"opening_hours": "ma-pe 9-15"}, "opening_hours"),
        ({"latitude": 63.0}, "longitude"),
        ({"latitude": 163.0, "longitude": 22.0}, "latitude"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    site: Tree, fields: dict[str, Any], wrong: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        make_entry(**fields)
    assert wrong in refused.value.error_dict


def test_a_summary_is_short() -> None:
    with pytest.raises(ValidationError) as refused:
        ServicePage(title="Palvelu", summary="x" * 201).clean_fields()
    assert "summary" in refused.value.error_dict


def test_a_picture_needs_words(site: Tree) -> None:
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    image = get_image_model().objects.create(title="Kuva", file=get_test_image_file())
    with pytest.raises(ValidationError) as refused:
        make_entry(image=image)
    assert "image_alt" in refused.value.error_dict
    assert make_entry(image=image, image_alt="Kaksi kättä").image == image


def test_codes_are_lists_that_can_be_asked_for(site: Tree) -> None:
    entry = make_entry(municipalities=["598", "440"], themes=["sleep"])
    other = make_entry(title="Toinen", municipalities=["440"])
    found = Entry.objects.filter(municipalities__has="598")
    assert list(found.values_list("pk", flat=True)) == [entry.pk]
    assert Entry.objects.filter(municipalities__has="440").count() == 2
    assert not Entry.objects.filter(municipalities__has="59").exists()
    assert Entry.objects.get(pk=other.pk).themes == []


def test_codes_survive_a_revision(site: Tree) -> None:
    entry = make_entry(themes=["sleep", "separation"])
    assert entry.get_latest_revision_as_object().themes == ["sleep", "separation"]


def test_held_at_points_at_a_place_in_any_language(site: Tree) -> None:
    organisation = make_organisation()
    place = make_entry("meeting_place", organisation=organisation, title="Kahvila")
    entry = make_entry(
        "peer_group", organisation=organisation, place_source="meeting_place", held_at=place
    )
    other = make_second_language(entry, "Grupp", "sv")
    assert other.held_at_id == place.pk
