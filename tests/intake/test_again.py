"""Importing again: only what is new is written, and what people did here stays."""

from typing import Any

import pytest
from wagtail.models import PageLogEntry, Revision
from wagtail_localize.models import TranslationSource

from intake.importing.differences import differences_of
from intake.importing.restore import restore_field
from intake.models import BatchChange, ImportBatch
from services import clock
from services.models import ChangeClock, Entry, EntryChannel
from services.translations.facts import facts_of
from tests.factories import make_second_language, submit_translation, translate_all
from tests.intake.conftest import (
    BOOKING,
    CLUB,
    COUNSELLING,
    HOUSE,
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
PHONE = f"channel:{BOOKING}/phone/1"


def footprint() -> dict[str, Any]:
    """Everything that a save would leave a trace in."""
    return {
        "revisions": Revision.objects.count(),
        "log": PageLogEntry.objects.count(),
        "batches": ImportBatch.objects.count(),
        "changes": BatchChange.objects.count(),
        "announced": ChangeClock.objects.get().seq,
        "saved": list(Entry.objects.order_by("pk").values_list("last_published_at", flat=True)),
    }


def take_over(external_id: str, name: str) -> None:
    row = record(external_id)
    row.taken_over = [*row.taken_over, name]
    row.save()


def new_number(catalogue: Catalogue, number: str = "65550999") -> None:
    catalogue.channel(BOOKING)["phoneNumbers"][0]["number"] = number


def test_the_same_data_writes_nothing(imported: Catalogue) -> None:
    before = footprint()
    report = imported.run()
    assert footprint() == before
    assert report.counts == {"organisation": {"unchanged": 3}, "entry": {"unchanged": 4}}
    assert report.changes == []


def test_one_new_number_changes_one_field_in_both_languages(imported: Catalogue) -> None:
    untouched = entry(YOUTH_WORK).latest_revision_id
    new_number(imported)
    report = imported.run()
    assert [(row.record, row.outcome) for row in report.changes] == [(COUNSELLING, "changed")]
    for language in ("fi", "sv"):
        page = entry(COUNSELLING, language)
        assert channels(page)["phone/1"].value == "+358 6 5550999"
        assert page.live_revision == page.latest_revision
    assert entry(YOUTH_WORK).latest_revision_id == untouched
    change = BatchChange.objects.get(batch=ImportBatch.objects.first())
    assert list(change.before["pages"]["fi"]) == [PHONE]


def test_what_editors_added_stays(imported: Catalogue) -> None:
    page = entry(COUNSELLING)
    page.channels.add(EntryChannel(kind="chat", value="https://example.org/chat"))
    page.keywords, page.low_threshold = "kiukku, uhma", True
    page.last_confirmed_on = clock.today()
    page.save_revision().publish()
    new_number(imported)
    imported.rename(COUNSELLING, "fi", "Perheiden neuvonta")
    imported.run()
    page = entry(COUNSELLING)
    assert page.title == "Perheiden neuvonta"
    assert page.keywords == "kiukku, uhma"
    assert page.low_threshold
    assert page.last_confirmed_on == clock.today()
    assert "https://example.org/chat" in [row.value for row in page.channels.all()]
    assert facts_of(page) == facts_of(entry(COUNSELLING, "sv"))


def test_a_draft_stays_and_gets_what_is_new(imported: Catalogue) -> None:
    page = entry(COUNSELLING)
    page.summary, page.keywords = "Kesken vielä", "luonnos"
    draft = page.save_revision()
    new_number(imported)
    imported.rename(COUNSELLING, "fi", "Uusi nimi")
    imported.run()
    page = entry(COUNSELLING)
    assert page.title == "Uusi nimi"
    assert page.summary == "Apua, kun arki lapsen kanssa on raskasta."
    assert page.has_unpublished_changes
    assert page.latest_revision_id == draft.pk
    kept: Any = page.get_latest_revision_as_object()
    assert (kept.title, kept.summary, kept.keywords) == ("Uusi nimi", "Kesken vielä", "luonnos")
    assert channels(kept)["phone/1"].value == "+358 6 5550999"


def test_what_was_taken_over_stays_and_is_listed(imported: Catalogue) -> None:
    page = entry(COUNSELLING)
    rows = list(page.channels.all())
    rows[0].value = "06 555 0111"
    page.channels.set(rows)
    page.save_revision().publish()
    take_over(COUNSELLING, PHONE)
    new_number(imported)
    report = imported.run()
    assert channels(entry(COUNSELLING))["phone/1"].value == "06 555 0111"
    assert channels(entry(COUNSELLING, "sv"))["phone/1"].value == "06 555 0111"
    (difference,) = report.differences
    assert difference.name == PHONE
    assert "06 555 0111" in difference.ours
    assert "06 5550999" in difference.theirs
    again = imported.run()
    assert again.counts["entry"] == {"unchanged": 4}
    assert again.differences == report.differences


def test_what_was_given_back_says_what_the_catalogue_said_last(imported: Catalogue) -> None:
    take_over(COUNSELLING, "title")
    imported.rename(COUNSELLING, "fi", "Nimi luettelosta")
    imported.run()
    assert entry(COUNSELLING).title == "Perheneuvonta"
    assert [row.theirs for row in differences_of(record(COUNSELLING))] == ["Nimi luettelosta"]
    restore_field(record(COUNSELLING), "title")
    assert entry(COUNSELLING).title == "Nimi luettelosta"
    assert entry(COUNSELLING, "sv").title == "Familjerådgivning"
    assert differences_of(record(COUNSELLING)) == []


def test_what_the_catalogue_has_no_more_is_emptied(imported: Catalogue) -> None:
    service = imported.service(COUNSELLING)
    service["serviceChannels"] = [
        use for use in service["serviceChannels"] if use["serviceChannel"]["id"] != HOUSE
    ]
    service["requirements"], service["serviceChargeType"] = [], None
    imported.run()
    page = entry(COUNSELLING)
    assert page.place_source == "none"
    assert page.street == {}
    assert page.opening_hours == ""
    assert page.cost == ""
    assert "walk_in/1" not in channels(page)
    assert len(page.body) == 3


def test_channels_that_are_missing_from_the_data_stay(imported: Catalogue) -> None:
    before = facts_of(entry(COUNSELLING))
    imported.channels.clear()
    report = imported.run()
    assert facts_of(entry(COUNSELLING)) == before
    assert report.counts["entry"] == {"unchanged": 4}
    assert len(report.channels_missing) == 6


def test_a_new_language_gets_a_page(imported: Catalogue) -> None:
    imported.service(CLUB)["serviceNames"].append(
        {"language": "fi", "value": "Pikkulasten kerho", "type": "Name"}
    )
    imported.run()
    page = entry(CLUB, "fi")
    assert page.live
    assert page.slug == "pikkulasten-kerho"
    assert page.translation_key == entry(CLUB, "sv").translation_key
    assert page.live_revision is not None
    assert facts_of(page) == facts_of(entry(CLUB, "sv"))


def test_an_organisation_learns_a_language(imported: Catalogue) -> None:
    slug = organisation(SOCIETY, "sv").slug
    imported.organisation(SOCIETY)["organizationNames"].append(
        {"language": "sv", "value": "Exempelby familjeförening", "type": "Name"}
    )
    imported.run()
    page = organisation(SOCIETY, "sv")
    assert page.alias_of is None
    assert page.title == "Exempelby familjeförening"
    # Links to the mirror go on working.
    assert page.slug == slug


def test_a_language_that_is_gone_is_reported_and_stays(imported: Catalogue) -> None:
    service = imported.service(COUNSELLING)
    service["serviceNames"] = [row for row in service["serviceNames"] if row["language"] == "fi"]
    report = imported.run()
    assert [row.record for row in report.languages_vanished] == [COUNSELLING]
    assert entry(COUNSELLING, "sv").live
    assert report.counts["entry"] == {"unchanged": 4}


def test_a_translation_made_here_keeps_its_texts_and_gets_the_facts(imported: Catalogue) -> None:
    make_second_language(entry(YOUTH_WORK), "Uppsökande ungdomsarbete", "sv")
    service = imported.service(YOUTH_WORK)
    service["serviceNames"].append({"language": "sv", "value": "Ungdomsarbete", "type": "Name"})
    service["languages"] = ["fi", "sv"]
    report = imported.run()
    swedish = entry(YOUTH_WORK, "sv")
    assert swedish.title == "Uppsökande ungdomsarbete"
    assert swedish.languages == ["fi", "sv"]
    assert ("sv", "title", "Ungdomsarbete") in [
        (row.language, row.name, row.theirs) for row in report.differences
    ]
    assert imported.run().counts["entry"] == {"unchanged": 4}


def test_a_translation_by_translators_gets_the_facts_too(imported: Catalogue) -> None:
    translation = submit_translation(entry(YOUTH_WORK), "sv")
    translate_all(translation)
    translation.save_target(publish=True)
    imported.service(YOUTH_WORK)["serviceChargeType"] = "FreeOfCharge"
    imported.run()
    swedish = entry(YOUTH_WORK, "sv")
    assert swedish.cost == "free"
    assert swedish.title.startswith("SV ")
    frozen = TranslationSource.objects.get(object_id=swedish.translation_key)
    assert '"cost": "free"' in frozen.content_json


def test_a_page_that_was_unpublished_here_stays_hidden(imported: Catalogue) -> None:
    entry(YOUTH_WORK).unpublish()
    imported.rename(YOUTH_WORK, "fi", "Toinen nimi")
    imported.run()
    page = entry(YOUTH_WORK)
    assert not page.live
    assert page.title == "Toinen nimi"
    assert page.get_latest_revision_as_object().title == "Toinen nimi"


def test_a_page_that_was_deleted_here_stays_away(imported: Catalogue) -> None:
    entry(YOUTH_WORK).delete()
    imported.rename(YOUTH_WORK, "fi", "Toinen nimi")
    report = imported.run()
    assert not Entry.objects.filter(external_id=YOUTH_WORK).exists()
    assert "Its page was deleted here." in [row.reason for row in report.problems]


def test_an_entry_that_was_moved_here_is_changed_where_it_stands(imported: Catalogue) -> None:
    entry(YOUTH_WORK).move(organisation(TOWN), pos="last-child")
    imported.rename(YOUTH_WORK, "fi", "Toinen nimi")
    imported.run()
    page = entry(YOUTH_WORK)
    assert page.title == "Toinen nimi"
    assert page.organisation == organisation(TOWN)


@pytest.mark.parametrize("unpublish", [False, True])
def test_a_record_that_vanished_is_hidden_only_on_demand(
    imported: Catalogue, *, unpublish: bool
) -> None:
    gone = imported.service(COUNSELLING)
    imported.remove(COUNSELLING)
    report = imported.run(unpublish_vanished=unpublish)
    assert [row.record for row in report.vanished] == [COUNSELLING]
    assert record(COUNSELLING).vanished
    assert entry(COUNSELLING).live is not unpublish
    before = footprint()
    assert imported.run(unpublish_vanished=unpublish).vanished == report.vanished
    assert footprint() == before
    imported.services.append(gone)
    assert imported.run().vanished == []
    assert not record(COUNSELLING).vanished
    assert entry(COUNSELLING).live
    assert entry(COUNSELLING, "sv").live


def test_what_is_only_broken_or_elsewhere_has_not_vanished(imported: Catalogue) -> None:
    imported.service(COUNSELLING)["organizations"] = "broken"
    imported.remove(SOCIETY)
    imported.remove(YOUTH_WORK)
    assert imported.run().vanished == []
    imported.remove(CLUB)
    (imported.folder / "other.json").write_text("{oops", encoding="utf-8")
    assert imported.run().vanished == []


def test_what_is_withdrawn_in_the_catalogue_has_vanished(imported: Catalogue) -> None:
    imported.service(COUNSELLING)["publishingStatus"] = "Archived"
    assert [row.record for row in imported.run().vanished] == [COUNSELLING]
