"""A site whose responses are kept in files, as on one machine, and visitors who ask for pages."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import TODAY

Commit = Callable[[], AbstractContextManager[Any]]
Asking = Callable[..., HttpResponse]
SetClock = Callable[[str], None]
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
FILES = "django.core.cache.backends.filebased.FileBasedCache"


@pytest.fixture(autouse=True)
def _kept(settings: Any, tmp_path: Path) -> None:
    places = {name: tmp_path / name for name in ("shared", "responses")}
    settings.CACHES = {
        "default": {"BACKEND": MEMORY, "LOCATION": str(tmp_path)},
        **{name: {"BACKEND": FILES, "LOCATION": place} for name, place in places.items()},
    }


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Commit:
    """Do what is to be done once the change inside is there for others to read."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def ask(db: Any) -> Asking:
    """Ask for a page as a new visitor; `queries` counts what that asked of the database."""

    def get(path: str, **headers: str) -> Any:
        with CaptureQueriesContext(connection) as captured:
            response: Any = Client().get(path, headers=headers)
        response.queries = len(captured)
        return response

    return get


@pytest.fixture
def set_clock(settings: Any) -> SetClock:
    """Set the clock to a wall time of the tests' day, or of another."""

    def set_to(moment: str) -> None:
        day = "" if "T" in moment else f"{TODAY}T"
        settings.FAMILYCENTRE_NOW = f"{day}{moment}"

    return set_to
