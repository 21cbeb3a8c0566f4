"""A first import: organisations, entries, places, channels, hours, in the languages they have."""

from typing import Any

import pytest

from search.models import SearchDocument
from services.fields.opening_hours import validate_opening_hours
from services.models import Entry, EntryChannel, Municipality, OrganisationAccess, OrganisationPage
from services.translations.facts import facts_of
from tests.intake.conftest import (
    BARE,
    CLUB,
    COUNSELLING,
    ENTRIES,
    PARISH,
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


def test_an_organisation_speaks_its_languages(imported: Catalogue) -> None:
    fi, sv = organisation(TOWN, "fi"), organisation(TOWN, "sv")
    assert (fi.title, sv.title) == ("Esimerkkilän kunta (esimerkki)", "Exempelby kommun (exempel)")
    assert (fi.slug, sv.slug) == ("esimerkkilan-kunta-esimerkki", "exempelby-kommun-exempel")
    assert fi.live
    assert sv.live
    assert sv.alias_of is None
    assert fi.sector == "municipality"
    assert fi.municipalities == ["598"]
    assert fi.website == "https://example.org/fi"
    assert fi.street == {"fi": "Esimerkkikatu 2", "sv": "Exempelgatan 2"}
    assert facts_of(fi) == facts_of(sv)


def test_an_organisation_is_mirrored_where_it_has_no_text(imported: Catalogue) -> None:
    mirror = organisation(SOCIETY, "sv")
    assert mirror.alias_of is not None
    assert mirror.live
    assert mirror.title == "Esimerkkilän perheyhdistys (esimerkki)"


def test_a_parish_is_known_by_its_name(imported: Catalogue) -> None:
    assert organisation(PARISH, "sv").sector == "parish"
    assert organisation(SOCIETY).sector == "association"


def test_organisations_get_a_group_and_a_collection(imported: Catalogue) -> None:
    keys = {organisation(which).translation_key for which in (TOWN, SOCIETY)}
    keys.add(organisation(PARISH, "sv").translation_key)
    assert set(OrganisationAccess.objects.values_list("translation_key", flat=True)) == keys


def test_numbers_of_several_languages_are_one_and_samples_of_people_none(
    imported: Catalogue,
) -> None:
    rows = channels(organisation(TOWN))
    assert set(rows) == {"phone/1", "email/1"}
    assert rows["phone/1"].value == "+358 6 5550100"
    assert rows["phone/1"].label == {"fi": "Vaihde", "sv": "Växel"}
    assert rows["email/1"].value == "kirjaamo@example.org"


def test_an_entry_stands_in_each_language_under_its_organisation(imported: Catalogue) -> None:
    fi, sv = entry(COUNSELLING, "fi"), entry(COUNSELLING, "sv")
    assert fi.translation_key == sv.translation_key
    assert fi.organisation == organisation(TOWN, "fi")
    assert sv.organisation == organisation(TOWN, "sv")
    assert (fi.title, sv.title) == ("Perheneuvonta", "Familjerådgivning")
    assert (fi.slug, sv.slug) == ("perheneuvonta", "familjeradgivning")
    assert fi.live
    assert sv.live
    assert fi.source == "ptv"
    assert facts_of(fi) == facts_of(sv)
    fi.full_clean()


def test_texts_become_headings_and_paragraphs(imported: Catalogue) -> None:
    blocks = [(block.block_type, str(block.value)) for block in entry(COUNSELLING).body]
    assert blocks[0] == (
        "text",
        (
            "<p>Neuvomme vanhempia.</p><p>Voit kysyä:</p>"
            "<ul><li>unesta</li><li>rajoista &amp; raivareista</li></ul>"
        ),
    )
    assert [kind for kind, _text in blocks] == ["text", "heading", "text", "heading", "text"]
    assert [block.block_type for block in entry(COUNSELLING, "sv").body] == ["text"]


def test_rich_text_is_cleaned_and_long_costs_stand_in_the_body(imported: Catalogue) -> None:
    page = entry(YOUTH_WORK)
    text, _heading, costs = (str(block.value) for block in page.body)
    assert text == (
        "<p>Tuemme <strong>nuoria</strong>.</p><p>Näin</p>"
        '<p>Katso <a href="https://example.org/ohje">ohje</a> tai tämä.</p>'
    )
    assert costs.startswith("<p>Hinta riippuu")
    assert page.cost == "priced"
    assert page.cost_text == ""
    assert page.summary == "Tuemme nuoria. Näin Katso ohje tai tämä."


def test_codes_are_ours(imported: Catalogue) -> None:
    page = entry(COUNSELLING)
    assert page.municipalities == ["598", "991"]
    assert not page.whole_region
    # A code of a life event without a row takes the broader one's; "parenting" is no theme here.
    assert page.themes == ["separation"]
    assert page.audiences == ["families"]
    assert page.languages == ["fi", "sv"]
    assert page.cost == "free"
    assert entry(YOUTH_WORK).whole_region
    assert entry(YOUTH_WORK).audiences == ["youth"]


def test_a_municipality_that_is_new_gets_its_names(catalogue: Catalogue) -> None:
    report = catalogue.run()
    assert [(row.record, row.title) for row in report.municipalities_added] == [
        ("991", "Esimerkkilä")
    ]
    assert Municipality.objects.get(code="991").label == {"fi": "Esimerkkilä", "sv": "Exempelby"}


def test_the_first_location_is_the_place(imported: Catalogue) -> None:
    page = entry(COUNSELLING)
    assert page.place_source == "own"
    assert page.place_name == {"fi": "Perheiden talo", "sv": "Familjernas hus"}
    assert page.street == {"fi": "Perhekatu 7", "sv": "Familjegatan 7"}
    assert page.postcode == "68600"
    assert page.place_municipality_id == "598"
    assert page.latitude == pytest.approx(63.6575, abs=0.0001)
    assert page.longitude == pytest.approx(22.7015, abs=0.0001)
    assert page.access == {"fi": "Liuska takapihalla."}
    assert page.opening_hours == "Fr 10:00-24:00"


def test_channels_become_rows(imported: Catalogue) -> None:
    rows = list(entry(COUNSELLING).channels.all())
    shown = [(row.kind, row.value, dict(row.label)) for row in rows]
    assert shown == [
        ("phone", "+358 6 5550101", {"fi": "Ajanvaraus", "sv": "Tidsbokning"}),
        ("phone", "116 111", {"fi": "Ajanvaraus: Lasten asiat", "sv": "Tidsbokning"}),
        ("phone", "+358 6 5550102", {"fi": "Ajanvaraus", "sv": "Tidsbokning"}),
        ("phone", "+358 40 5550103", {"fi": "Ajanvaraus", "sv": "Tidsbokning"}),
        ("email", "talo@example.org", {"fi": "Perheiden talo", "sv": "Familjernas hus"}),
        ("walk_in", "", {"fi": "Perheiden talo", "sv": "Familjernas hus"}),
        ("online", "https://www.example.org/fi/neuvonta", {"fi": "Verkkosivut"}),
        ("online", "https://example.org/sv/radgivning", {"sv": "Webbplats"}),
        ("form", "https://example.org/hakemus.pdf", {"fi": "Hakemus"}),
    ]
    assert rows[0].note == {"fi": "Jätä soittopyyntö."}
    assert [row.languages for row in rows[6:8]] == [["fi"], ["sv"]]
    assert rows[5].note == {"fi": "Sivutie, 68601"}
    for row in rows:
        row.full_clean(exclude=["entry"])


def test_hours_keep_pauses_and_exceptions(imported: Catalogue) -> None:
    hours = channels(entry(COUNSELLING))["phone/1"].opening_hours
    assert hours == (
        "Mo 09:00-11:30,12:30-15:00; Tu-Th 09:00-15:00; "
        "2026 Dec 24-2026 Dec 26 off; 2026 Dec 31 10:00-12:00"
    )
    validate_opening_hours(hours)
    assert channels(entry(YOUTH_WORK))["online/1"].opening_hours == "24/7"


def test_hours_for_one_service_go_before_the_channels_own(catalogue: Catalogue) -> None:
    use = catalogue.service(YOUTH_WORK)["serviceChannels"][0]
    opening = {"dayFrom": "Wednesday", "dayTo": "", "from": "12:00", "to": "18:00"}
    use["serviceHours"] = [{"serviceHourType": "DaysOfTheWeek", "openingHour": [opening]}]
    catalogue.run()
    assert channels(entry(YOUTH_WORK))["online/1"].opening_hours == "We 12:00-18:00"


def test_what_cannot_be_used_and_what_is_missing_is_listed(catalogue: Catalogue) -> None:
    report = catalogue.run()
    assert [(row.id, row.reason) for row in report.problems] == [
        (COUNSELLING, "“+358 ei ole” is no phone number.")
    ]
    assert [row.title for row in report.channels_missing] == ["Puuttuva kanava"]
    assert report.languages_left_out == {"en": 2}


def test_nulls_and_samples_leave_a_bare_entry(imported: Catalogue) -> None:
    page = entry(BARE)
    assert page.title == page.summary == "Lähes tyhjä palvelu"
    assert page.cost == ""
    assert page.place_source == "none"
    assert not page.body
    assert page.whole_region
    page.full_clean()


def test_no_sample_value_gets_in(imported: Catalogue) -> None:
    everything = [str(facts_of(page.specific)) for page in Entry.objects.all()]
    everything += [str(facts_of(page)) for page in OrganisationPage.objects.all()]
    everything += [str(page.body) + page.title for page in Entry.objects.all()]
    for sample in (
        ": 'value'",
        ">value<",
        "12 345 6789",
        "61.6887",
        "27.2721",
        "12345",
        "additionalInfo",
    ):
        assert not any(sample in text for text in everything)


def test_an_entry_in_one_language_has_one_page(imported: Catalogue) -> None:
    pages = Entry.objects.filter(external_id=CLUB)
    assert [page.locale.language_code for page in pages] == ["sv"]
    assert entry(CLUB, "sv").organisation == organisation(PARISH, "sv")


def test_entries_are_found_and_have_a_history(imported: Catalogue) -> None:
    assert SearchDocument.objects.filter(deleted=False).count() == ENTRIES
    page = entry(COUNSELLING)
    assert page.live_revision == page.latest_revision
    assert not page.has_unpublished_changes
    saved: Any = page.get_latest_revision_as_object()
    assert facts_of(saved) == facts_of(page)
    rows = EntryChannel.objects.filter(entry=page)
    assert [row.pk for row in saved.channels.all()] == [row.pk for row in rows]


def test_the_report_counts_and_names_what_is_new(catalogue: Catalogue) -> None:
    report = catalogue.run()
    assert report.counts == {"organisation": {"created": 3}, "entry": {"created": ENTRIES}}
    changes = {(row.title, row.organisation, row.outcome) for row in report.changes}
    assert ("Perheneuvonta", "Esimerkkilän kunta (esimerkki)", "created") in changes
    assert record(COUNSELLING).organisation == TOWN


def test_a_dry_run_says_the_same_and_writes_nothing(catalogue: Catalogue) -> None:
    dry = catalogue.run(dry_run=True)
    assert not Entry.objects.exists()
    assert not OrganisationPage.objects.exists()
    assert not Municipality.objects.filter(code="991").exists()
    assert not SearchDocument.objects.exists()
    assert dry == catalogue.run()
