"""The page editor as a browser uses it: it sends what it shows, and forgers send anything."""

import re
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield


def address(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def html(client: Client, page: Page) -> str:
    return client.get(address(page)).content.decode()


def form(client: Client, page: Page) -> dict[str, Any]:
    """Everything that the editor's form would send; blocks of text are made by its script."""
    shown = dict(querydict_from_html(html(client, page), form_id="page-edit-form").lists())
    return {**shown, **nested_form_data({"body": streamfield([])})}


def names(client: Client, page: Page) -> set[str]:
    """The fields that can be filled in; one input per language is one field."""
    soup = BeautifulSoup(html(client, page), "html.parser")
    inputs = soup.select("#page-edit-form [name]")
    return {re.sub(r"_(fi|sv)$", "", str(tag["name"])) for tag in inputs}


def publish(client: Client, page: Page, **changes: Any) -> Any:
    """Publish what the form shows, with changes to what is sent; a forger may send anything."""
    data = {**form(client, page), **changes, "action-publish": "1"}
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address(page), data)


def save_draft(client: Client, page: Page, **changes: Any) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address(page), {**form(client, page), **changes})
