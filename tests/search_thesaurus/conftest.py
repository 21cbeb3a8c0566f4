"""A coordinator and a member of staff, and a thesaurus of three concepts."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from search.models import ThesaurusConcept
from services.actions.roles import STAFF_PERMISSIONS, coordinator_group, grant
from tests.factories import Tree, make_user


@pytest.fixture
def three_concepts(db: None) -> None:
    ThesaurusConcept.objects.all().delete()
    ThesaurusConcept(code="baby-care", terms={"fi": ["vauvan hoito"], "sv": ["babyvård"]}).save()
    ThesaurusConcept(
        code="baby-sleep",
        terms={"fi": ["vauvan uni"], "sv": ["babyns sömn"], "en": ["baby sleep"]},
        everyday={"fi": ["vauva valvottaa", "yöheräily"]},
        broader=["baby-care"],
        life_stages=["baby"],
        note="Yöt.",
    ).save()
    ThesaurusConcept(code="dying", terms={"sv": ["självmord"]}, urgent=True).save()


@pytest.fixture
def coordinator(site: Tree) -> Client:
    return _client("coordinator", coordinator=True)


@pytest.fixture
def staff(db: None) -> Client:
    return _client("staff", coordinator=False)


def _client(name: str, *, coordinator: bool) -> Client:
    group = coordinator_group() if coordinator else Group.objects.create(name=name)
    grant(group, STAFF_PERMISSIONS)
    client = Client()
    client.force_login(make_user(name, group))
    return client
