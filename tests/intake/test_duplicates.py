"""What somebody has made here already is never doubled silently."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from intake.importing.decide import apply_decision
from intake.importing.undo import undo_batch
from intake.models import ImportBatch
from services.models import Entry, OrganisationPage
from services.models.role import OrganisationAccess
from services.translations.facts import facts_of
from tests.factories import make_entry, make_organisation, make_second_language, make_user
from tests.intake.conftest import (
    COUNSELLING,
    SOCIETY,
    TOWN,
    YOUTH_WORK,
    Catalogue,
    channels,
    entry,
    organisation,
    record,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def made_here(catalogue: Catalogue) -> Any:
    """An entry by another organisation, in Finnish alone, with little in it."""
    return make_entry(
        organisation=make_organisation("Perhetalo ry"),
        title="Perheneuvonta ",
        summary="Meidän omin sanoin.",
        municipalities=["598"],
        cost="small_fee",
    )


def test_an_entry_that_is_there_already_is_offered_and_not_made(
    catalogue: Catalogue, made_here: Any
) -> None:
    report = catalogue.run()
    assert report.counts["entry"] == {"created": 3, "left_out": 1}
    (offered,) = report.duplicates
    assert offered.record == COUNSELLING
    assert offered.entry == str(made_here.translation_key)
    assert not Entry.objects.filter(external_id=COUNSELLING).exists()
    assert record(COUNSELLING).possible_duplicate_of == made_here.translation_key
    assert record(COUNSELLING).values["texts"]["sv"]["title"] == "Familjerådgivning"
    batches = ImportBatch.objects.count()
    assert catalogue.run().duplicates == report.duplicates
    assert ImportBatch.objects.count() == batches


@pytest.mark.parametrize(
    ("title", "fields", "is_like"),
    [
        ("PERHENEUVONTA!", {}, True),
        ("Perheneuvontaa", {}, True),
        ("Perheneuvola", {}, False),
        ("Perheneuvonta", {"municipalities": ["440"]}, False),
        ("Perheneuvonta", {"municipalities": [], "whole_region": True}, True),
        ("Neuvonta perheille, jotka tarvitsevat apua", {}, False),
    ],
)
def test_titles_very_alike_in_the_same_place_may_be_the_same(
    catalogue: Catalogue, title: str, fields: dict[str, Any], *, is_like: bool
) -> None:
    make_entry(title=title, **fields)
    assert bool(catalogue.run().duplicates) is is_like


def test_any_language_of_it_may_be_alike(catalogue: Catalogue) -> None:
    make_entry(title="Familjerådgivning", language="sv")
    assert catalogue.run().duplicates


def test_decided_to_be_new_it_is_made(catalogue: Catalogue, made_here: Any) -> None:
    catalogue.run()
    row = record(COUNSELLING)
    row.decision = "new"
    row.save()
    report = catalogue.run()
    assert report.duplicates == []
    assert entry(COUNSELLING).translation_key != made_here.translation_key
    assert catalogue.run().counts["entry"] == {"unchanged": 4}


def test_decided_to_be_the_same_it_keeps_what_it_says(catalogue: Catalogue, made_here: Any) -> None:
    catalogue.run()
    apply_decision(record(COUNSELLING), "same")
    page = entry(COUNSELLING)
    assert page.pk == made_here.pk
    assert page.source == "ptv"
    assert page.summary == "Meidän omin sanoin."
    assert page.cost == "small_fee"
    # What it left open comes from the catalogue.
    assert page.street == {"fi": "Perhekatu 7", "sv": "Familjegatan 7"}
    assert channels(page)["phone/1"].value == "+358 6 5550101"
    assert record(COUNSELLING).taken_over == ["cost", "municipalities", "summary", "title"]
    swedish = entry(COUNSELLING, "sv")
    assert swedish.title == "Familjerådgivning"
    assert swedish.live
    assert swedish.get_parent() == page.get_parent().get_translation(swedish.locale)
    assert facts_of(swedish) == facts_of(page)
    report = catalogue.run()
    assert report.counts["entry"] == {"unchanged": 4}
    assert {row.name for row in report.differences} == {
        "cost",
        "municipalities",
        "summary",
        "title",
    }


def test_a_decision_can_be_undone(catalogue: Catalogue, made_here: Any) -> None:
    catalogue.run()
    before = facts_of(made_here)
    apply_decision(record(COUNSELLING), "same")
    assert undo_batch(ImportBatch.objects.first()) == []
    page = type(made_here).objects.get(pk=made_here.pk)
    assert facts_of(page) == before
    assert page.external_id == ""
    assert not Entry.objects.filter(title="Familjerådgivning").exists()
    assert record(COUNSELLING).decision == ""
    assert catalogue.run().duplicates


def test_what_it_was_like_is_gone_so_it_is_made(catalogue: Catalogue, made_here: Any) -> None:
    catalogue.run()
    made_here.delete()
    assert catalogue.run().duplicates == []
    assert entry(COUNSELLING).live


def test_an_entry_with_both_languages_is_taken_as_it_is(catalogue: Catalogue) -> None:
    here = make_entry(title="Perheneuvonta", municipalities=["598"])
    make_second_language(here, "Rådgivning för familjer", "sv")
    catalogue.run()
    apply_decision(record(COUNSELLING), "same")
    assert Entry.objects.filter(translation_key=here.translation_key).count() == 2
    assert entry(COUNSELLING, "sv").title == "Rådgivning för familjer"


@pytest.mark.parametrize("decision", ["same", "new"])
def test_only_who_may_publish_decides(catalogue: Catalogue, made_here: Any, decision: str) -> None:
    catalogue.run()
    stranger = make_user("stranger")
    with pytest.raises(PermissionDenied):
        apply_decision(record(COUNSELLING), decision, stranger)
    key = organisation(TOWN).translation_key
    of_the_town = make_user("town", OrganisationAccess.objects.get(translation_key=key).group)
    if decision == "same":
        # The entry it is like is another organisation's.
        with pytest.raises(PermissionDenied):
            apply_decision(record(COUNSELLING), decision, of_the_town)
    else:
        apply_decision(record(COUNSELLING), decision, of_the_town)
        assert entry(COUNSELLING).live


def test_an_organisation_of_the_same_name_is_used(catalogue: Catalogue) -> None:
    here = make_organisation(
        "ESIMERKKILÄN kunta (esimerkki)", sector="municipality", summary="Oma tiivistelmä."
    )
    report = catalogue.run()
    assert [row.record for row in report.organisations_matched] == [TOWN]
    page = organisation(TOWN)
    assert page.pk == here.pk
    assert page.summary == "Oma tiivistelmä."
    assert page.website == "https://example.org/fi"
    assert OrganisationPage.objects.filter(title__icontains="kunta (esi").count() == 1
    assert organisation(TOWN, "sv").title == "Exempelby kommun (exempel)"
    assert organisation(TOWN, "sv").alias_of is None
    assert entry(COUNSELLING).organisation == page
    assert catalogue.run().counts["organisation"] == {"unchanged": 3}


def test_only_one_record_becomes_an_organisation_made_here(catalogue: Catalogue) -> None:
    here = make_organisation("Esimerkkilän perheyhdistys (esimerkki)")
    twin = {**catalogue.organisation(SOCIETY), "id": "11111111-0000-4000-8000-000000000008"}
    catalogue.organisations.append(twin)
    report = catalogue.run()
    assert [row.record for row in report.organisations_matched] == [SOCIETY]
    assert organisation(SOCIETY).pk == here.pk
    assert organisation(twin["id"]).pk != here.pk


def test_only_one_record_becomes_an_entry_made_here(catalogue: Catalogue, made_here: Any) -> None:
    twin = {**catalogue.service(COUNSELLING), "id": "22222222-0000-4000-8000-000000000008"}
    catalogue.services.append(twin)
    assert len(catalogue.run().duplicates) == 2
    apply_decision(record(COUNSELLING), "same")
    assert catalogue.run().duplicates == []
    assert entry(COUNSELLING).pk == made_here.pk
    assert entry(twin["id"]).pk != made_here.pk


def test_an_organisation_that_was_used_is_as_before_after_undoing(catalogue: Catalogue) -> None:
    here = make_organisation("Esimerkkilän kunta (esimerkki)", summary="Oma tiivistelmä.")
    before = facts_of(here)
    catalogue.run()
    batch = ImportBatch.objects.get()
    kept = undo_batch(batch)
    assert kept == ["Exempelby kommun (exempel): the page in this language stays."]
    page = OrganisationPage.objects.get(pk=here.pk)
    assert facts_of(page) == before
    assert page.external_id == ""
    assert not Entry.objects.exists()
    assert OrganisationPage.objects.filter(alias_of=None).count() == 2


def test_nothing_stands_under_an_organisation_that_is_a_draft(catalogue: Catalogue) -> None:
    here = make_organisation("Esimerkkilän perheyhdistys (esimerkki)")
    here.unpublish()
    report = catalogue.run()
    assert [(row.id, row.reason) for row in report.problems if row.id == YOUTH_WORK] == [
        (YOUTH_WORK, "Publish the organisation first.")
    ]
    assert not Entry.objects.filter(external_id=YOUTH_WORK).exists()
