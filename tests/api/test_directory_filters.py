"""What lists can be narrowed by."""

from datetime import date, time
from typing import Any

import pytest

from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import Area, Meeting, Municipality, PartnerLink
from tests.api.conftest import Asking
from tests.factories import Tree, add_rule, make_entry, make_organisation, make_village

pytestmark = pytest.mark.django_db


def titles(answer: Any) -> list[str]:
    return [row["title"] for row in answer["items"]]


@pytest.fixture
def _some(site: Tree) -> None:
    Area.objects.create(code="north", label={"fi": "Pohjoinen"})
    Municipality.objects.filter(code="440").update(area="north")
    make_entry(
        "meeting_place",
        title="Auki",
        themes=["sleep"],
        life_stages=["baby"],
        languages=["sv"],
        audiences=["families"],
        opening_hours="24/7",
        organisation=make_organisation("Seurakunta", sector="parish"),
        cost="priced",
    )
    group = make_entry(
        "peer_group",
        title="Kiinni",
        municipalities=["440"],
        themes=["separation"],
        low_threshold=True,
        organisation=make_organisation("Yhdistys"),
    )
    add_rule(group, first=date(2026, 11, 26))


@pytest.mark.usefixtures("_some")
@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"kind": "meeting_place"}, ["Auki"]),
        ({"kind": ["meeting_place", "peer_group"]}, ["Auki", "Kiinni"]),
        ({"municipality": "598"}, ["Auki"]),
        ({"area": "north"}, ["Kiinni"]),
        ({"theme": "sleep"}, ["Auki"]),
        ({"theme": "nothing"}, []),
        ({"life_stage": "baby"}, ["Auki"]),
        ({"age": "1"}, ["Auki"]),
        ({"age": ["0", "29"]}, ["Auki"]),
        ({"age": "2"}, []),
        ({"age": "1", "life_stage": "youth"}, []),
        ({"language": "sv"}, ["Auki"]),
        ({"audience": "families", "theme": "separation"}, []),
        ({"sector": "parish"}, ["Auki"]),
        ({"group_type": "peer"}, ["Kiinni"]),
        ({"free": "1"}, ["Kiinni"]),
        ({"low_threshold": "1"}, ["Kiinni"]),
        ({"open_now": "1"}, ["Auki"]),
        ({"this_week": "1"}, ["Kiinni"]),
        ({"this_week": "1", "open_now": "1"}, []),
        ({"q": "auki"}, ["Auki"]),
        ({"q": "auki", "kind": "peer_group"}, []),
        ({"q": "!?"}, ["Auki", "Kiinni"]),
    ],
)
def test_entries_by_filter(ask: Asking, question: dict[str, Any], found: list[str]) -> None:
    answer = ask("entries", lang="fi", **question)
    assert titles(answer) == found
    assert answer["total"] == len(found)


def test_by_organisation_and_by_partner(site: Tree, ask: Asking) -> None:
    own, partner, other = (make_organisation(name) for name in ("Oma", "Kumppani", "Muu"))
    entry = make_entry(title="Yhteinen", organisation=own)
    entry.partner_links.add(PartnerLink(organisation=partner))
    entry.save_revision().publish()
    make_entry(title="Toinen", organisation=own)
    assert titles(ask("entries", lang="fi", organisation=own.translation_key)) == [
        "Toinen",
        "Yhteinen",
    ]
    assert titles(ask("entries", lang="fi", organisation=partner.translation_key)) == ["Yhteinen"]
    assert ask("entries", organisation=other.translation_key)["items"] == []
    by_words = ask("entries", lang="fi", organisation=partner.translation_key, q="yhteinen toinen")
    assert titles(by_words) == ["Yhteinen"]


@pytest.fixture
def _meetings(site: Tree) -> None:
    for title, municipality in (("Aamu", "598"), ("Ilta", "440")):
        group = make_entry("peer_group", title=title, municipalities=[municipality])
        add_rule(
            group,
            first=date(2026, 11, 23),
            start=time(9, 30) if title == "Aamu" else time(18),
            rule="FREQ=DAILY",
            last_date=date(2026, 11, 26),
        )


@pytest.mark.usefixtures("_meetings")
@pytest.mark.parametrize(
    ("question", "starts"),
    [
        # Tuesday 10 o'clock: the meeting that began at half past nine is still on.
        ({"municipality": "598"}, ["24T09:30", "25T09:30", "26T09:30"]),
        ({"municipality": "440"}, ["24T18:00", "25T18:00", "26T18:00"]),
        ({"since": "2026-11-25", "until": "2026-11-25"}, ["25T09:30", "25T18:00"]),
        ({"until": "2026-11-24T18:00:00+02:00"}, ["24T09:30"]),
        ({"since": "2026-11-26T09:00:00Z"}, ["26T18:00"]),
        ({"since": "2020-01-01", "until": "2026-11-24", "q": "ilta"}, ["24T18:00"]),
    ],
)
def test_meetings_by_time_and_filter(
    ask: Asking, question: dict[str, Any], starts: list[str]
) -> None:
    answer = ask("meetings", **question)
    assert [row["starts_at"][8:16] for row in answer["items"]] == starts
    assert answer["total"] == len(starts)


@pytest.mark.usefixtures("_meetings")
def test_a_cancelled_meeting_says_so(ask: Asking) -> None:
    meeting = Meeting.objects.upcoming().filter(starts_at__day=25).first()
    assert meeting
    cancel_meeting(meeting=meeting, reason=LocalizedText(fi="Lunta"))
    [shown] = [row for row in ask("meetings", lang="sv")["items"] if row["cancelled"]]
    assert (shown["starts_at"][:10], shown["reason"]) == ("2026-11-25", "Lunta")


def test_suggestions_begin_with_what_is_typed(site: Tree, ask: Asking) -> None:
    organisation = make_organisation("Perheiden talo")
    make_entry(title="Äitien perhekahvila", organisation=organisation)
    make_entry(title="Familjecafé", language="sv")
    make_entry(title="Salainen perhe", live=False)
    found = ask("suggest", q="perh")["items"]
    assert [(row["type"], row["text"]) for row in found if row["type"] != "concept"] == [
        ("organisation", "Perheiden talo"),
        ("entry", "Äitien perhekahvila"),
    ]
    [house] = [row for row in found if row["type"] == "organisation"]
    assert house["id"] == str(organisation.translation_key)
    assert house["url"].startswith("http://testserver/fi/")
    *_concepts, cafe = ask("suggest", q="FAMILJECAFE", lang="fi")["items"]
    assert (cafe["text"], cafe["language"]) == ("Familjecafé", "sv")
    assert cafe["url"].startswith("http://testserver/fi/e/")


def test_suggestions_know_themes_and_municipalities_in_any_language(
    site: Tree, ask: Asking
) -> None:
    theme, *_concepts = ask("suggest", q="somn")["items"]
    assert (theme["type"], theme["code"], theme["text"], theme["language"]) == (
        *("theme", "sleep", "Sömn"),
        "sv",
    )
    [town] = ask("suggest", q="pietars", lang="sv")["items"]
    assert (town["code"], town["text"]) == ("598", "Pietarsaari")
    assert ask("suggest", q="?!")["items"] == []


def test_suggestions_know_villages_and_concepts_that_entries_speak_of(
    site: Tree, ask: Asking
) -> None:
    make_village()
    make_entry(title="Unikoulu vauvalle")
    [village] = ask("suggest", q="kolp")["items"]
    assert (village["type"], village["code"], village["url"]) == ("village", "kallby", None)
    types = {row["type"]: row["code"] for row in ask("suggest", q="unik")["items"]}
    assert types.keys() == {"concept", "entry"}
    assert types["concept"]


def test_no_more_suggestions_than_asked_for_and_some_of_each_type(site: Tree, ask: Asking) -> None:
    for number in range(3):
        make_entry(title=f"Pieni ryhmä {number}")
    assert [row["type"] for row in ask("suggest", q="pie", limit=2)["items"]] == [
        "municipality",
        "entry",
    ]
