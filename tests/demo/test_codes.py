"""No page speaks in codes or shows an untranslated word of ours."""

import pytest
from django.test import Client

# Asks xdist for one worker: loading the region takes a while.
pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("demo")]
ENGLISH = [">Meetings<", ">Find help<", ">Help now<", "Life situations", "Free of charge"]


@pytest.mark.parametrize("path", ["/fi/", "/sv/", "/fi/apua-nyt/", "/sv/veckan/", "/sv/sok/"])
def test_no_english_is_left(client: Client, path: str) -> None:
    html = client.get(path).content.decode()
    assert [word for word in ENGLISH if word in html] == []
