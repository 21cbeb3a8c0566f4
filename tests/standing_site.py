"""The frame of a site, made once for tests that follow one another: each saves a fifth of a second.

It stands in a transaction around theirs. What they do is undone one by one, and it is undone itself
before a test that asks for none: that one finds the database as the migrations left it.
"""

from contextlib import ExitStack
from copy import deepcopy
from uuid import uuid4

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from wagtail.models import Site

from services.models import ChangeClock
from tests.factories import Tree, make_site


class StandingSite:
    """A site's frame, as long as one test after another asks for it."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker
        self._standing = ExitStack()
        self._tree: Tree | None = None

    def make(self) -> None:
        """Make it, unless it stands, or the tests of a folder keep a transaction of their own."""
        if self._tree is None and not transaction.get_connection().in_atomic_block:
            with self._blocker.unblock():
                self._standing.enter_context(transaction.atomic())
                self._standing.callback(transaction.set_rollback, True)
                self._tree = make_site()

    def undo(self) -> None:
        """Leave the database as the migrations did."""
        self._tree = None
        with self._blocker.unblock():
            self._standing.close()

    def tree(self) -> Tree:
        """Return its pages, for a test to change as it likes."""
        if self._tree is None:
            return make_site()
        # What is remembered in memory is of tests before: where the site began, and what changed.
        Site.clear_site_root_paths_cache()
        ChangeClock.objects.update(history=uuid4())
        return deepcopy(self._tree)


def asks_for_site(test: pytest.Item) -> bool:
    """Whether a test asks for a site and is undone; one that commits makes its own."""
    marker = test.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction"))
    return "site" in test.fixturenames and not commits  # type: ignore[attr-defined]
