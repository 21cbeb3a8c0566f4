"""Two who publish at once: both are found, whoever commits first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from search.documents import build_documents
from search.models import SearchDocument
from tests.factories import Tree, make_entry, make_organisation, make_second_language

ROUNDS = 5

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def publish_together(pages: list[Any]) -> None:
    """Publish each page in a thread of its own, all at the same moment."""
    start = threading.Barrier(len(pages))

    def publish(page: Any) -> None:
        try:
            revision = page.save_revision()
            start.wait()
            revision.publish()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(pages)) as pool:
        list(pool.map(publish, pages))


def retitled(page: Any, title: str) -> Any:
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    return page


def assert_documents_are_true(keys: list[Any]) -> None:
    documents = build_documents(keys)
    rows = SearchDocument.objects.in_bulk(keys)
    assert {key: row.content for key, row in rows.items()} == {
        key: document.to_json() for key, document in documents.items()
    }
    numbers = SearchDocument.objects.values_list("seq", flat=True)
    assert len(set(numbers)) == len(numbers)


def test_both_languages_of_an_entry(site: Tree) -> None:
    finnish = make_entry(title="Kahvila")
    swedish = make_second_language(finnish, "Kafé", "sv")
    for number in range(ROUNDS):
        publish_together(
            [retitled(finnish, f"Kahvila {number}"), retitled(swedish, f"Kafé {number}")]
        )
        assert_documents_are_true([finnish.translation_key])


def test_different_entries_and_their_organisation(site: Tree) -> None:
    organisation = make_organisation()
    entries = [
        make_entry(title=f"Ryhmä {number}", organisation=organisation) for number in range(3)
    ]
    for number in range(ROUNDS):
        pages = [retitled(entry, f"{entry.title} {number}") for entry in entries]
        publish_together([*pages, retitled(organisation, f"Tekijä {number}")])
        assert_documents_are_true([entry.translation_key for entry in entries])
