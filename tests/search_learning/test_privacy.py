"""Which texts may be kept: a table of examples in both languages."""

import pytest

from search.analysis.names import can_tell
from search.learning import privacy
from search.learning.known_words import KnownWords
from search.learning.privacy import normalised, tells_of_nobody
from tests.factories import Tree, make_entry, make_organisation, make_village

pytestmark = pytest.mark.dictionaries

KEPT = {
    "fi": [
        "vauva ei nuku",
        "0-3 v",
        "0–1 v muskari",
        "vauva 3 kk",
        "2 vuotiaan raivarit",
        "112",
        "116 111",
        "24/7 chat",
        "chat 24/7",
        "soita 112",
        "perhekerho 3 - 6 vuotiaille",
        "kerho 0-3",
        "koulu 3. luokka",
        "täytän 18",
        "perhekahvila Pietarsaari",
        "kerho Luodossa",
        "nepsy",
        "mannerheimin liitto",
        "äitiysneuvlo",
        "meri",
        "ero ja lapset",
        "haluan kuolla",
        "Masentunut vaimo",
        "satu lapselle",
    ],
    "sv": [
        "babyn sover inte",
        "5-åring sover inte",
        "skolkurator jakobstad",
        "MLL",
        "npf barn",
        "barnet vägrar klä på sig",
        "familjerådgivning Larsmo",
        "trött mamma",
        "klass 3",
        "barn 2,5 år",
        "gravid vecka 12",
        "Trött mamma",
        "dans",
    ],
}
DROPPED = {
    "fi": [
        "0401234567",
        "040 123 4567",
        "+358 40-123 4567",
        "010190-123A",
        "1.1.1990 syntynyt",
        "68600",
        "1 2 3 4",
        "12-34 56-78",
        "112 34 56",
        "matti@example.org",
        "@perhe",
        "https://example.org/lapsi",
        "www.example.org",
        "Kauppakatu 5",
        "kauppakatu5",
        "kauppakadulla 12 b",
        "kauppakatu 12–14",
        "Rantakaari 4 B",
        "Rantakaari 4, 12 v",
        "rantatie 112",
        "koulurinne 4",
        "kirkkopuistikko 22 a 5",
        "koulukatu nro 5",
        "koulukatu numero 5",
        "Hovioikeudenpuistikko 12",
        "Virtanen",
        "virtasen poika",
        "matti virtanen",
        "Meri Laine",
        "meri laine",
        "Khadija",
        "Qwertylä",
        "Mäkinen huostaanotto",
        "Salo lastensuojelu",
        "lastensuojelu Salo",
        "Satu masentunut",
        "naapurin Xhevdet lyö",
        "xyzzy qwertyyy",
        "mannerheimin khadija",
        "yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän",
        "lapsi" * 20,
        "?!",
    ],
    "sv": [
        "0701234567",
        "anna.andersson@example.org",
        "Rådhusgatan 12 B",
        "storgatan 3",
        "Norra vägen 8",
        "vasaesplanaden 12",
        "skolbacken 3",
        "Linda deprimerad",
        "Björk omhändertagen",
        "Andersson",
        "anna",
        "annas mamma",
        "Sven Karlsson",
        "pojken Kevin i klassen",
    ],
}


@pytest.mark.parametrize(
    ("text", "language"), [(text, code) for code, texts in KEPT.items() for text in texts]
)
def test_what_tells_of_nobody_is_kept(text: str, language: str, known: KnownWords) -> None:
    assert tells_of_nobody(text, language, known)


@pytest.mark.parametrize(
    ("text", "language"), [(text, code) for code, texts in DROPPED.items() for text in texts]
)
def test_what_may_tell_of_somebody_is_dropped(text: str, language: str, known: KnownWords) -> None:
    assert not tells_of_nobody(text, language, known)


def test_names_in_titles_may_stand_by_themselves(
    site: Tree, request: pytest.FixtureRequest
) -> None:
    make_entry(title="Aino-kerho", organisation=make_organisation("Väinö Linna -seura"))
    known = request.getfixturevalue("known")
    assert tells_of_nobody("aino", "fi", known)
    assert tells_of_nobody("väinö seura", "fi", known)
    assert not tells_of_nobody("väinö aino", "fi", known)


def test_villages_are_words(site: Tree, request: pytest.FixtureRequest) -> None:
    make_village(code="purmo", fi="Purmo", sv="Purmo")
    known = request.getfixturevalue("known")
    assert tells_of_nobody("Purmo qwertyi", "fi", known)
    assert not tells_of_nobody("Jeppo", "fi", known)


def test_without_dictionaries_every_word_must_be_known(
    known: KnownWords, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert can_tell()
    monkeypatch.setattr(privacy, "can_tell", lambda: False)
    assert not tells_of_nobody("äitiysneuvlo", "fi", known)
    assert tells_of_nobody("nepsy", "fi", known)


def test_one_spelling_for_the_same_text() -> None:
    assert normalised("  VAUVA\u00a0 ei   nuku ") == "vauva ei nuku"
    assert normalised("A\u0308iti") == "äiti"
    assert normalised("”Vauva ei nuku?”") == "vauva ei nuku"


def test_no_text_is_a_formula_to_a_spreadsheet() -> None:
    assert normalised("=sum(lapset)") == "sum(lapset"
    assert normalised("+-@vauva") == "vauva"
