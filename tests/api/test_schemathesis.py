"""Questions that nobody thought of: every answer keeps to what the description promises."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.rich import rich_group
from tests.factories import Tree

pytestmark = [pytest.mark.once, pytest.mark.django_db]
schema = schemathesis.openapi.from_wsgi("/api/directory/openapi.json", get_wsgi_application())

# A name may be none of ours, and half a point is no point.
PLACES = ("near", "lat", "lon")


@pytest.fixture
def _some_content(site: Tree) -> None:
    rich_group()


def is_refused_in_words(case: Any) -> bool:
    """Whether the description says only in words that a question can't be answered."""
    query = case.query or {}
    return bool(query.get("cursor")) or bool({"changed_since", *PLACES} & query.keys())


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """The application is asked without Django's test client, which keeps the test's connection."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)


@pytest.mark.usefixtures("_one_connection", "_some_content")
@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: Any) -> None:
    unpromised = [positive_data_acceptance] if is_refused_in_words(case) else []
    case.call_and_validate(excluded_checks=unpromised)
