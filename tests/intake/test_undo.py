"""An import is one batch, and can be taken back."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from intake.importing.undo import last_batch, undo_batch
from intake.models import ImportBatch, ImportedRecord
from search.models import SearchDocument
from services.models import Entry, Municipality, OrganisationAccess, OrganisationPage
from services.translations.facts import facts_of
from tests.factories import make_entry, make_second_language, make_user
from tests.intake.conftest import (
    BOOKING,
    CLUB,
    COUNSELLING,
    SOCIETY,
    YOUTH_WORK,
    Catalogue,
    channels,
    entry,
    organisation,
    record,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def undo() -> list[str]:
    batch = last_batch()
    assert batch is not None
    return undo_batch(batch)


def said() -> dict[str, Any]:
    """Everything that visitors can read of entries."""
    return {
        f"{page.pk}": (page.title, page.summary, str(page.body), page.live, facts_of(page))
        for page in Entry.objects.order_by("pk").specific()
    }


def test_what_was_made_goes_again(catalogue: Catalogue) -> None:
    pages = Page.objects.count()
    catalogue.run()
    assert undo() == []
    assert Page.objects.count() == pages
    assert not ImportedRecord.objects.exists()
    assert not OrganisationAccess.objects.exists()
    assert not SearchDocument.objects.filter(deleted=False).exists()
    assert ImportBatch.objects.get().state == "undone"
    # A code may be in use by now.
    assert Municipality.objects.filter(code="991").exists()
    assert last_batch() is None
    assert catalogue.run().counts["entry"] == {"created": 4}


def test_what_was_changed_is_as_before(imported: Catalogue) -> None:
    before, values = said(), record(COUNSELLING).values
    imported.rename(COUNSELLING, "sv", "Rådgivning")
    imported.channel(BOOKING)["phoneNumbers"][0]["number"] = "65550999"
    imported.service(COUNSELLING)["requirements"] = []
    imported.service(CLUB)["serviceNames"].append(
        {"language": "fi", "value": "Pikkulasten kerho", "type": "Name"}
    )
    imported.remove(YOUTH_WORK)
    imported.run(unpublish_vanished=True)
    assert said() != before
    assert undo() == []
    assert said() == before
    assert record(COUNSELLING).values == values
    assert not record(YOUTH_WORK).vanished
    assert imported.run().counts["entry"] == {"changed": 2, "unchanged": 1}


def test_batches_are_undone_one_after_the_other(catalogue: Catalogue) -> None:
    catalogue.run()
    catalogue.rename(COUNSELLING, "fi", "Toinen")
    catalogue.run()
    first = ImportBatch.objects.last()
    assert undo_batch(first) != []
    assert entry(COUNSELLING).title == "Toinen"
    # What is to be undone has not been yet.
    ImportBatch.objects.exclude(pk=first.pk).update(state="undoing")
    ImportBatch.objects.filter(pk=first.pk).update(state="done")
    assert undo_batch(ImportBatch.objects.last()) != []
    ImportBatch.objects.filter(pk=first.pk).update(state="done")
    assert undo() == []
    assert undo() == []
    assert not Entry.objects.exists()


@pytest.mark.parametrize("is_draft", [False, True])
def test_what_was_edited_since_is_kept_and_said(imported: Catalogue, *, is_draft: bool) -> None:
    page = entry(YOUTH_WORK)
    page.keywords = "nuorille"
    revision = page.save_revision()
    if not is_draft:
        revision.publish()
    kept = undo()
    assert kept == [
        "Etsivä nuorisotyö (esimerkki): it was edited since.",
        "Esimerkkilän perheyhdistys (esimerkki): other pages stand under it.",
    ]
    assert ImportBatch.objects.get().report["kept"] == kept
    assert entry(YOUTH_WORK).live
    assert organisation(SOCIETY).live
    assert not Entry.objects.filter(external_id=COUNSELLING).exists()
    assert record(YOUTH_WORK).translation_key == entry(YOUTH_WORK).translation_key


def test_an_entry_that_got_one_more_language_here_is_kept(imported: Catalogue) -> None:
    make_second_language(entry(YOUTH_WORK), "Uppsökande ungdomsarbete", "sv")
    assert undo()[0] == "Etsivä nuorisotyö (esimerkki): it was edited since."
    assert Entry.objects.filter(external_id=YOUTH_WORK).count() == 2


def test_a_changed_field_that_somebody_changed_since_is_kept(imported: Catalogue) -> None:
    imported.rename(COUNSELLING, "fi", "Toinen")
    imported.channel(BOOKING)["phoneNumbers"][0]["number"] = "65550999"
    imported.run()
    page = entry(COUNSELLING)
    page.title = "Kolmas"
    page.save_revision().publish()
    assert undo() == ["Kolmas: “title” was changed since."]
    assert entry(COUNSELLING).title == "Kolmas"
    assert channels(entry(COUNSELLING))["phone/1"].value == "+358 6 5550101"


def test_an_organisation_that_others_stand_under_is_kept(imported: Catalogue) -> None:
    make_entry(organisation=organisation(SOCIETY), title="Oma ryhmä", kind="peer_group")
    assert undo() == ["Esimerkkilän perheyhdistys (esimerkki): other pages stand under it."]
    assert OrganisationPage.objects.filter(external_id=SOCIETY).exists()
    assert Entry.objects.get().title == "Oma ryhmä"


def test_only_who_may_publish_undoes_and_only_what_is_done(imported: Catalogue) -> None:
    batch = last_batch()
    assert batch is not None
    with pytest.raises(PermissionDenied):
        undo_batch(batch, make_user("stranger"))
    assert Entry.objects.filter(external_id=COUNSELLING).count() == 2
    undo_batch(batch, make_user("root", superuser=True))
    with pytest.raises(ValueError, match="nothing that could be undone"):
        undo_batch(batch)


def test_what_somebody_else_has_undone_meanwhile_is_left_alone(imported: Catalogue) -> None:
    as_seen_before = last_batch()
    assert as_seen_before is not None
    ImportBatch.objects.update(state="undone")
    with pytest.raises(ValueError, match="nothing that could be undone"):
        undo_batch(as_seen_before)
    assert Entry.objects.filter(external_id=COUNSELLING).count() == 2


def test_undoing_says_how_far_it_is(imported: Catalogue) -> None:
    batch, steps = last_batch(), []
    assert batch is not None
    undo_batch(batch, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(done, 7) for done in range(8)]
