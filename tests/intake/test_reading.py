"""Files read: folders, zips, envelopes, lists, single records, and what is none of these."""

import json
import struct
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from intake.errors import NothingImportedError
from intake.importing.run import run_import
from intake.ptv import files
from intake.ptv.files import sources
from intake.ptv.stage import Stage
from intake.report import Problem, Report
from services.models import OrganisationPage
from tests.factories import Tree
from tests.intake.conftest import DATA, DEMO, TOWN, Catalogue

pytestmark = pytest.mark.usefixtures("english")


def staged(path: Path) -> tuple[dict[str, int], list[Problem]]:
    with Stage() as stage:
        stage.add(sources(path))
        counts = {kind: stage.count(kind) for kind in ("organisation", "service", "channel")}
        return counts, stage.problems


def zipped(path: Path, contents: dict[str, str]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return path


def test_a_folder_and_a_zip_of_it_hold_the_same(tmp_path: Path) -> None:
    contents = {f"deep/{file.name}": file.read_text("utf-8") for file in DEMO.iterdir()}
    archive = zipped(tmp_path / "catalogue.zip", {**contents, "read-me.txt": "hello"})
    expected = {"organisation": 3, "service": 4, "channel": 5}
    assert staged(DEMO) == (expected, [])
    assert staged(archive) == (expected, [])


def test_a_single_record_is_enough(tmp_path: Path) -> None:
    single = json.loads((DEMO / "organisations.json").read_text("utf-8"))["itemList"][0]
    path = tmp_path / "one.json"
    # With the mark that some editors put before UTF-8.
    path.write_text(json.dumps(single, ensure_ascii=False), encoding="utf-8-sig")
    assert staged(path) == ({"organisation": 1, "service": 0, "channel": 0}, [])


def test_the_later_one_of_two_with_the_same_id_counts(tmp_path: Path) -> None:
    record = {"id": TOWN, "organizationNames": [{"language": "fi", "value": "A", "type": "Name"}]}
    later = {"id": TOWN, "organizationNames": [{"language": "fi", "value": "B", "type": "Name"}]}
    (tmp_path / "twice.json").write_text(json.dumps([record, later]), encoding="utf-8")
    with Stage() as stage:
        stage.add(sources(tmp_path))
        (only,) = stage.records("organisation")
        assert only.raw == later


def test_a_syntax_error_says_where_and_leaves_its_file_out() -> None:
    counts, problems = staged(DATA / "faulty" / "syntax.json")
    assert counts["organisation"] == 0
    assert problems == [Problem("syntax.json", "", "Not valid JSON: line 4, column 12.")]


def test_another_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "latin.json"
    path.write_bytes('{"id": "Ä"}'.encode("latin-1"))
    assert staged(path)[1] == [Problem("latin.json", "", "Not valid JSON: byte 8 is no UTF-8.")]


def test_code_lists_are_passed_over_and_other_files_named() -> None:
    faulty = DATA / "faulty"
    assert staged(faulty / "codes.json")[1] == []
    assert staged(faulty / "recipe.json")[1] == [
        Problem("recipe.json", "", "There is nothing of PTV in this file.")
    ]


@pytest.mark.parametrize(
    ("contents", "reason"),
    [
        ({"../outside.json": "{}"}, "outside its own folder"),
        ({"/outside.json": "{}"}, "outside its own folder"),
        ({"..\\outside.json": "{}"}, "outside its own folder"),
        ({"zeros.json": " " * (files.HARMLESS_BYTES + 1)}, "too big when it is unpacked"),
        ({"read-me.txt": "hello"}, "no JSON files in this zip"),
    ],
)
def test_a_zip_that_means_harm_is_refused(
    tmp_path: Path, contents: dict[str, str], reason: str
) -> None:
    with pytest.raises(NothingImportedError, match=reason):
        staged(zipped(tmp_path / "bad.zip", contents))


def test_a_zip_that_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "big.zip", {"a.json": "{}"})
    with ZipFile(path) as archive:
        info = archive.infolist()[0]
        info.file_size = files.MAX_BYTES + 1
        with pytest.raises(NothingImportedError, match="too big"):
            files._check([info])


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "locked.zip", {"a.json": "{}"})
    content = bytearray(path.read_bytes())
    # The flag of encryption, in the central directory that readers go by.
    place = content.index(b"PK\x01\x02") + 8
    content[place : place + 2] = struct.pack("<H", files.ENCRYPTED)
    path.write_bytes(content)
    with pytest.raises(NothingImportedError, match="password"):
        staged(path)


def test_a_damaged_file_in_a_zip_is_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "cut.zip", {"a.json": json.dumps({"id": "x" * 5000})})
    content = bytearray(path.read_bytes())
    content[35:60] = bytes(25)
    path.write_bytes(content)
    assert staged(path)[1] == [Problem("a.json", "", "This file is damaged.")]


def test_a_zip_without_its_end_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "cut.zip", {"a.json": "{}"})
    content = path.read_bytes()
    place = content.index(b"PK\x01\x02")
    path.write_bytes(content[:place] + b"PK\x09\x09" + content[place + 4 :])
    with pytest.raises(NothingImportedError, match="damaged"):
        staged(path)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["faulty/recipe.json", "faulty/syntax.json", "faulty/codes.json"])
def test_what_is_no_catalogue_changes_nothing(site: Tree, name: str) -> None:
    with pytest.raises(NothingImportedError):
        run_import(DATA / name)
    assert not OrganisationPage.objects.exists()


@pytest.mark.django_db
def test_broken_records_are_listed_and_the_others_go_in(site: Tree) -> None:
    report = Report.from_json(run_import(DATA / "faulty").report)
    assert report.counts == {
        "organisation": {"created": 1},
        "entry": {"created": 1, "left_out": 1},
    }
    found = {(row.file, row.id[-2:]): row.reason for row in report.problems}
    assert found == {
        ("half-broken.json", ""): "A record without an id.",
        ("half-broken.json", "02"): "“organizationNames” is not a list of objects.",
        ("half-broken.json", "04"): "No responsible organisation is named.",
        ("half-broken.json", "05"): "It has no name in any of this site's languages.",
        ("half-broken.json", "06"): "It is not published in the catalogue.",
        ("half-broken.json", "07"): "Its organisation is neither in this data nor on the site.",
        ("half-broken.json", "08"): "“Someday” is no day of the week.",
        ("recipe.json", ""): "There is nothing of PTV in this file.",
        ("syntax.json", ""): "Not valid JSON: line 4, column 12.",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    "mangle",
    [
        lambda row: row.update(serviceNames=[{"language": "fi", "value": 7}]),
        lambda row: row.update(serviceDescriptions={"value": "x"}),
        lambda row: row.update(languages="fi"),
        lambda row: row.update(id="x" * 61),
        lambda row: row.update(areas=[{"municipalities": ["598"]}]),
        lambda row: row.update(serviceChannels=[{"serviceChannel": None}]),
        lambda row: row.update(organizations=[{"roleType": "Responsible", "organization": None}]),
    ],
)
def test_whatever_is_broken_in_a_service_is_said(catalogue: Catalogue, mangle: Any) -> None:
    mangle(catalogue.services[0])
    report = catalogue.run()
    assert [row.id for row in report.problems] == [catalogue.services[0]["id"]]
    assert report.counts["entry"] == {"created": 3}
