"""Who imports: only what they may publish goes in."""

from typing import Any

import pytest

from services.actions.roles import coordinator_group
from services.models import Entry, OrganisationAccess, OrganisationPage
from tests.factories import make_user
from tests.intake.conftest import COUNSELLING, TOWN, YOUTH_WORK, Catalogue, entry, organisation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def staff_of_the_town() -> Any:
    key = organisation(TOWN).translation_key
    return make_user("town", OrganisationAccess.objects.get(translation_key=key).group)


def test_staff_change_their_own_organisation_alone(imported: Catalogue) -> None:
    imported.rename(COUNSELLING, "fi", "Oma")
    imported.rename(YOUTH_WORK, "fi", "Vieras")
    user = staff_of_the_town()
    report = imported.run(user=user)
    assert entry(COUNSELLING).title == "Oma"
    assert entry(COUNSELLING).live_revision.user == user
    assert entry(YOUTH_WORK).title == "Etsivä nuorisotyö (esimerkki)"
    assert report.counts["entry"] == {"changed": 1, "unchanged": 1, "left_out": 2}
    reasons = [row.reason for row in report.problems if row.id == YOUTH_WORK]
    assert reasons == ["You may not publish under its organisation."]


def test_staff_add_no_organisations(imported: Catalogue) -> None:
    user = staff_of_the_town()
    imported.organisations[1]["id"] = "11111111-0000-4000-8000-000000000009"
    imported.organisations[1]["organizationNames"][0]["value"] = "Uusi yhdistys"
    report = imported.run(user=user)
    assert "You may not add organisations." in [row.reason for row in report.problems]
    assert not OrganisationPage.objects.filter(title="Uusi yhdistys").exists()


def test_staff_do_not_hide_what_others_have_lost(imported: Catalogue) -> None:
    imported.remove(YOUTH_WORK)
    report = imported.run(user=staff_of_the_town(), unpublish_vanished=True)
    assert report.vanished == []
    assert entry(YOUTH_WORK).live


@pytest.mark.parametrize("is_superuser", [False, True])
def test_coordinators_and_administrators_import_everything(
    catalogue: Catalogue, *, is_superuser: bool
) -> None:
    groups = [] if is_superuser else [coordinator_group()]
    user = make_user("regional", *groups, superuser=is_superuser)
    report = catalogue.run(user=user)
    assert report.counts == {"organisation": {"created": 3}, "entry": {"created": 4}}


def test_somebody_without_any_permission_imports_nothing(catalogue: Catalogue) -> None:
    report = catalogue.run(user=make_user("nobody"))
    assert report.counts == {"organisation": {"left_out": 3}, "entry": {"left_out": 4}}
    assert not Entry.objects.exists()
    assert not OrganisationPage.objects.exists()
