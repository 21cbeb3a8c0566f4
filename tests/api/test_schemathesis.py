"""Questions that nobody thought of: every answer keeps to what the description promises."""

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, settings

from tests.api.rich import rich_group
from tests.factories import Tree

pytestmark = [pytest.mark.once, pytest.mark.django_db]
schema = schemathesis.openapi.from_wsgi("/api/directory/openapi.json", get_wsgi_application())


@pytest.fixture
def _some_content(site: Tree) -> None:
    rich_group()


@pytest.mark.usefixtures("_some_content")
@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case: Any) -> None:
    case.call_and_validate()
