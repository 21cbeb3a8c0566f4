"""The demo region, loaded once for all tests of this folder and rolled back after them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package")
def _demo_region(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", today=date(2026, 11, 24), verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(_demo_region: None, db: Any) -> None:
    """The demo region; what a test writes is undone."""
