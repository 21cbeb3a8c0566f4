"""Loading the demo region: all or nothing, refused in production, its content read with care."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from wagtail.models import Page

from home.demo.entries import EntryLoader
from home.demo.record import DemoError, Record
from home.demo.texts import rich_text

pytestmark = pytest.mark.django_db


def load() -> None:
    call_command("load_demo", stdout=StringIO())


def pages() -> set[tuple[Any, ...]]:
    return set(Page.objects.values_list("pk", "path", "title", "slug"))


def test_interrupted_loading_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = pages()
    monkeypatch.setattr(EntryLoader, "put", interrupt)
    with pytest.raises(KeyboardInterrupt):
        load()
    assert pages() == before


def interrupt(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_refused_where_the_demo_is_not_allowed(settings: Any) -> None:
    settings.DEMO_ALLOWED = False
    before = pages()
    with pytest.raises(CommandError):
        load()
    assert pages() == before


def test_wrong_content_says_where_it_is() -> None:
    record = Record({"code": "x", "cost": "cheap", "tittle": {}}, "organisations/x.yaml:")
    with pytest.raises(DemoError, match=r"organisations/x.yaml: x: cost: unknown code 'cheap'"):
        record.code("cost", ["free"])
    assert record.text("code") == "x"
    with pytest.raises(DemoError, match="tittle: nothing reads this key"):
        record.complain_about_unread()


def test_plain_text_becomes_paragraphs_and_lists() -> None:
    html = rich_text("Två\nrader\n\nStycke\n- ett\n- två & tre")
    assert html == "<p>Två<br/>rader</p><p>Stycke</p><ul><li>ett</li><li>två &amp; tre</li></ul>"
