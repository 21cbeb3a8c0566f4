"""No page speaks in codes or shows an untranslated word of ours."""

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("demo")
ENGLISH = [">Meetings<", ">Find help<", ">Help now<", "Life situations", "Free of charge"]


@pytest.mark.parametrize("path", ["/fi/", "/sv/", "/fi/apua-nyt/", "/sv/veckan/", "/sv/sok/"])
def test_no_english_is_left(client: Client, path: str) -> None:
    html = client.get(path).content.decode()
    assert [word for word in ENGLISH if word in html] == []
