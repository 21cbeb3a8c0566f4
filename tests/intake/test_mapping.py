"""The coordinator's table: codes of the catalogue, turned into ours."""

import pytest

from intake.models import CodeMapping
from intake.ptv.mapping import CodeTable, default_rows
from services.codes import Audience, Kind, LifeStage
from services.models import Theme
from tests.factories import Tree
from tests.intake.conftest import CLUB, Catalogue, entry

pytestmark = pytest.mark.django_db


def test_a_new_site_has_the_default_table(site: Tree) -> None:
    assert CodeMapping.objects.count() == len(default_rows())
    row = CodeMapping.objects.get(code="P3.4")
    assert row.label["sv"] == "Småbarnspedagogik"
    assert row.life_stages == ["early_childhood"]


def test_the_default_table_speaks_of_codes_that_there_are() -> None:
    for row in default_rows():
        assert row["scheme"] in CodeMapping.Scheme.values
        assert row.get("kind", "service") in Kind.values
        assert set(row.get("life_stages", [])) <= set(LifeStage.values)
        assert set(row.get("audiences", [])) <= set(Audience.values)
        assert set(row["label"]) == {"fi", "sv"}


def test_a_code_without_a_row_takes_its_broader_ones(site: Tree) -> None:
    CodeMapping.objects.create(scheme="service_class", code="P77", themes=["sleep"])
    table = CodeTable()
    assert table.meaning({"service_class": ["P77.3.1"]}).themes == ["sleep"]
    assert table.meaning({"service_class": ["P770", "X"]}).themes == []
    assert table.meaning({"target_group": ["P77"]}).themes == []


def test_themes_that_the_site_lacks_are_left_out_until_it_has_them(site: Tree) -> None:
    codes = {"life_event": ["KE7"], "service_class": ["P3.1"]}
    assert CodeTable().meaning(codes).themes == ["separation"]
    Theme.objects.create(code="relationship", label={"fi": "Parisuhde"})
    assert CodeTable().meaning(codes).themes == ["relationship", "separation"]


def test_all_ages_outdo_single_ones(site: Tree) -> None:
    meaning = CodeTable().meaning({"service_class": ["P25.1", "P3.4"]})
    assert meaning.life_stages == ["all"]
    assert meaning.audiences == ["families", "youth"]


def test_a_row_may_make_another_kind_of_entry(catalogue: Catalogue) -> None:
    CodeMapping.objects.filter(code="P3.4").update(kind="peer_group")
    catalogue.run()
    page = entry(CLUB, "sv")
    assert page.entry_kind == "peer_group"
    assert page.group_type == "peer"
    page.full_clean()
    # Changing the table later makes no other page of it.
    CodeMapping.objects.filter(code="P3.4").update(kind="")
    assert catalogue.run().counts["entry"] == {"unchanged": 4}


def test_a_changed_table_changes_entries_at_the_next_import(imported: Catalogue) -> None:
    CodeMapping.objects.filter(code="P3.4").update(themes=["sleep"])
    assert imported.run().counts["entry"] == {"changed": 1, "unchanged": 3}
    assert entry(CLUB, "sv").themes == ["sleep"]
