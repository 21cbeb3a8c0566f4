"""Who imports from the national service catalogue, and who keeps the table of its codes."""

import pytest
from django.urls import reverse

from intake.models import CodeMapping, ImportBatch
from services import clock
from tests.permissions.world import World, post

pytestmark = pytest.mark.django_db
LISTS = ("imports", "new_import", "import_duplicates", "import_differences", "import_vanished")
CODES = "wagtailsnippets_intake_codemapping"


@pytest.mark.parametrize("role", ["staff", "communicator", "coordinator", "administrator"])
@pytest.mark.parametrize("name", LISTS)
def test_whoever_publishes_an_organisation_may_import(world: World, role: str, name: str) -> None:
    client = world.client(role)
    assert client.get(reverse(name)).status_code == 200
    assert reverse("imports") in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_a_visitor_is_sent_to_the_login(world: World, name: str) -> None:
    response = world.client("visitor").get(reverse(name))
    assert response["Location"].startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize("name", LISTS)
def test_who_publishes_nothing_imports_nothing(world: World, name: str) -> None:
    world.access("club").group.page_permissions.all().delete()
    client = world.client("staff")
    assert client.get(reverse(name)).status_code == 302
    assert reverse("imports") not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(
    ("role", "sees"),
    [("staff", False), ("communicator", False), ("coordinator", True), ("administrator", True)],
)
def test_coordinators_see_everybodys_imports(world: World, role: str, sees: bool) -> None:
    batch = ImportBatch.objects.create(
        name="someone's.json", state=ImportBatch.State.DONE, started_at=clock.now()
    )
    client = world.client(role)
    listed = reverse("import", args=[batch.pk]) in client.get(reverse("imports")).content.decode()
    assert listed == sees
    assert (client.get(reverse("import", args=[batch.pk])).status_code == 200) == sees
    assert (client.get(reverse("undo_import", args=[batch.pk])).status_code == 200) == sees


@pytest.mark.parametrize(
    ("role", "may"),
    [("staff", False), ("communicator", False), ("coordinator", True), ("administrator", True)],
)
def test_coordinators_keep_the_table_of_codes(world: World, role: str, may: bool) -> None:
    mapping = CodeMapping.objects.create(scheme="service_class", code="Z1", label={"fi": "Uni"})
    form = {
        "scheme": "service_class",
        "code": "Z1",
        "label_fi": "Uni",
        "themes": ["sleep"],
        "life_stages": [],
        "audiences": [],
        "kind": "",
    }
    client = world.client(role)
    assert (client.get(reverse(f"{CODES}:list") + "?q=Z1").status_code == 200) == may
    post(client, reverse(f"{CODES}:edit", args=[mapping.pk]), form)
    mapping.refresh_from_db()
    assert (mapping.themes == ["sleep"]) == may
