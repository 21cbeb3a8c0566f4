"""An invented catalogue, which a test may change and import again."""

import json
from pathlib import Path
from typing import Any

import pytest

from intake.importing.run import run_import
from intake.models import ImportedRecord
from intake.report import Report
from services.models import Entry, OrganisationPage
from tests.factories import Tree

DATA = Path(__file__).parents[1] / "data" / "ptv"
DEMO = DATA / "demo"
TOWN = "11111111-0000-4000-8000-000000000001"
SOCIETY = "11111111-0000-4000-8000-000000000002"
PARISH = "11111111-0000-4000-8000-000000000003"
COUNSELLING = "22222222-0000-4000-8000-000000000001"
YOUTH_WORK = "22222222-0000-4000-8000-000000000002"
CLUB = "22222222-0000-4000-8000-000000000003"
BARE = "22222222-0000-4000-8000-000000000004"
BOOKING = "33333333-0000-4000-8000-000000000001"
HOUSE = "33333333-0000-4000-8000-000000000002"
# Of all their entries, the demo's parish and bare service are in a language or shape of their own.
ENTRIES = 4


class Catalogue:
    """The demo's records, to be changed in memory and imported from a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.organisations: list[dict[str, Any]] = _load("organisations")["itemList"]
        self.services: list[dict[str, Any]] = _load("services")["itemList"]
        self.channels: list[dict[str, Any]] = _load("channels")

    def organisation(self, record_id: str) -> dict[str, Any]:
        return _find(self.organisations, record_id)

    def service(self, record_id: str) -> dict[str, Any]:
        return _find(self.services, record_id)

    def channel(self, record_id: str) -> dict[str, Any]:
        return _find(self.channels, record_id)

    def remove(self, record_id: str) -> None:
        for records in (self.organisations, self.services, self.channels):
            records[:] = [record for record in records if record["id"] != record_id]

    def rename(self, record_id: str, language: str, title: str) -> None:
        for name in self.service(record_id)["serviceNames"]:
            if name["language"] == language:
                name["value"] = title

    def write(self) -> Path:
        records = [*self.organisations, *self.services, *self.channels]
        (self.folder / "records.json").write_text(json.dumps(records), encoding="utf-8")
        return self.folder

    def run(self, **options: Any) -> Report:
        return Report.from_json(run_import(self.write(), **options).report)


def _load(name: str) -> Any:
    return json.loads((DEMO / f"{name}.json").read_text(encoding="utf-8"))


def _find(records: list[dict[str, Any]], record_id: str) -> dict[str, Any]:
    return next(record for record in records if record["id"] == record_id)


@pytest.fixture
def catalogue(site: Tree, tmp_path: Path) -> Catalogue:
    folder = tmp_path / "catalogue"
    folder.mkdir()
    return Catalogue(folder)


@pytest.fixture
def imported(catalogue: Catalogue) -> Catalogue:
    catalogue.run()
    return catalogue


def entry(external_id: str, language: str = "fi") -> Any:
    found = Entry.objects.get(external_id=external_id, locale__language_code=language)
    return found.specific


def organisation(external_id: str, language: str = "fi") -> OrganisationPage:
    record = ImportedRecord.objects.get(external_id=external_id)
    return OrganisationPage.objects.get(
        translation_key=record.translation_key, locale__language_code=language
    )


def record(external_id: str) -> ImportedRecord:
    return ImportedRecord.objects.get(external_id=external_id)


def channels(page: Any) -> dict[str, Any]:
    """The imported rows by the end of their ids, such as "phone/1"."""
    return {row.external_id.partition("/")[2]: row for row in page.channels.all()}
