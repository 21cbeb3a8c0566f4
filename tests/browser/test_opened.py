"""The results' script tells the site that a result was opened."""

from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, Request

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_first_opened_result_is_told_by_the_words_alone(visitor: Page) -> None:
    with override("fi"):
        address = reverse("result_opened")
    told: list[Request] = []
    visitor.on("request", lambda request: address in request.url and told.append(request))
    visitor.goto("/fi/etsi/?q=perhekahvila&kind=peer_group")
    links = visitor.locator(".cards .card__title a")
    # Opened in a tab of their own, results leave the page where it is.
    for _time in range(2):
        links.first.click(modifiers=["Control"])
    visitor.wait_for_timeout(500)
    [request] = told
    answer = request.response()
    assert answer is not None
    assert answer.status == 204
    assert parse_qs(request.post_data or "") == {"q": ["perhekahvila"]}
    assert "cookie" not in request.all_headers()
