"""A coordinator's change is in effect at once, and a dead database doesn't stop searching."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection

from search.models import ThesaurusConcept
from search.thesaurus.current import TRUSTED, CurrentThesaurus
from search.thesaurus.shipped import shipped_concepts


class Watch:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        return self.time


@contextmanager
def database_down() -> Iterator[None]:
    def refuse(*_args: object) -> None:
        raise OperationalError("down")

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.mark.django_db
def test_a_fresh_database_has_the_shipped_concepts(watch: Watch) -> None:
    assert set(CurrentThesaurus(watch)().concepts) == {one.code for one in shipped_concepts()}


@pytest.mark.parametrize("how", ["added", "changed", "deleted"])
def test_changes_are_in_effect_after_a_second(watch: Watch, three_concepts: None, how: str) -> None:
    current = CurrentThesaurus(watch)
    before = current().concepts
    if how == "deleted":
        ThesaurusConcept.objects.get(code="dying").delete()
    else:
        code = "new" if how == "added" else "dying"
        ThesaurusConcept(code=code, terms={"sv": ["annat"]}).save()
    assert current().concepts == before
    watch.time += TRUSTED
    assert current().concepts != before


def test_the_database_is_asked_once_a_second(
    watch: Watch, three_concepts: None, django_assert_num_queries: object
) -> None:
    current = CurrentThesaurus(watch)
    current()
    with django_assert_num_queries(0):  # type: ignore[operator]
        current()
    watch.time += TRUSTED
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert current() is current()


def test_the_last_one_known_serves_while_the_database_is_down(
    watch: Watch, three_concepts: None
) -> None:
    current = CurrentThesaurus(watch)
    known = current()
    watch.time += TRUSTED
    with database_down():
        assert current() is known


@pytest.mark.django_db
def test_the_shipped_one_serves_where_none_is_known_yet(watch: Watch) -> None:
    with database_down():
        assert CurrentThesaurus(watch)().concepts.keys() >= {"baby-sleep"}
