"""Misspelt words, nothing found, and danger."""

from home.models import HelpNumber, SiteTexts
from tests.factories import Tree, make_entry
from tests.search_page.conftest import Asker


def add_number(site: Tree) -> None:
    texts = SiteTexts.for_site(site.fronts["fi"].get_site())
    HelpNumber.objects.create(
        site_texts=texts, label={"fi": "Hätänumero", "sv": "Nödnumret"}, number="112", urgent=True
    )


def test_did_you_mean(ask: Asker) -> None:
    make_entry(title="Äitiysneuvola")
    response = ask("äitiysneuvlo", kind="service")
    assert response.context["meant"] == "äitiysneuvola"
    assert response.context["meant_url"].endswith("?q=%C3%A4itiysneuvola&kind=service")
    assert ask("äitiysneuvola").context["meant"] == ""


def test_only_the_misspelt_word_is_corrected(ask: Asker) -> None:
    make_entry(title="Perhekahvila Luodossa", municipalities=["440"])
    assert ask("Perhekahvlia Luoto").context["meant"] == "perhekahvila Luoto"


def test_a_word_that_is_found_or_has_no_neighbour_is_no_mistake(ask: Asker) -> None:
    make_entry(title="Perhekahvila")
    make_entry(title="Perhekahvilat")
    assert ask("perhekahvilat").context["meant"] == ""
    assert ask("xyzzyqwerty").context["meant"] == ""


def test_nothing_found_offers_what_comes_closest_apart(ask: Asker) -> None:
    make_entry(title="Iltaryhmä", summary="Tavataan.", easy_text="Meillä on lautapelit.")
    response = ask("lautapelit avaruusraketti")
    assert response.context["total"] == 0
    assert response.context["cards"] == []
    assert [answer.card.title for answer in response.context["answers"]] == ["Iltaryhmä"]
    assert 'id="closest"' in response.content.decode()


def test_nothing_at_all_shows_the_numbers(ask: Asker, site: Tree) -> None:
    add_number(site)
    body = ask("xyzzyqwerty").content.decode().split("<main")[1]
    assert 'id="closest"' not in body
    assert body.index('class="empty"') < body.index('id="talk"')


def test_in_danger_the_numbers_stand_above_everything(ask: Asker, site: Tree) -> None:
    add_number(site)
    make_entry(title="Apua väkivaltaan")
    body = ask("mies lyö").content.decode().split("<main")[1]
    assert body.index('id="talk"') < body.index('id="results"')
    assert body.count('id="talk"') == 1
    empty = ask("itsemurha", kind="peer_group").content.decode().split("<main")[1]
    assert empty.index('id="talk"') < empty.index('id="results"')
    assert empty.count('id="talk"') == 1
