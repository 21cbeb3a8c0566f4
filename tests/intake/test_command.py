"""`manage.py import_ptv`: what it says, and how it exits."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intake.importing.run import new_batch, run_import
from intake.models import ImportBatch, ImportedRecord
from intake.report import Report
from services.models import Entry
from services.signals import entry_changed
from tests.factories import Tree, make_entry
from tests.intake.conftest import BARE, COUNSELLING, DATA, Catalogue, entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def run(*arguments: object) -> tuple[int, str]:
    """Return the exit code and what was said."""
    said = StringIO()
    try:
        call_command("import_ptv", *map(str, arguments), stdout=said, stderr=said)
    except SystemExit as end:
        return int(str(end.code)), said.getvalue()
    except CommandError as error:
        return error.returncode, str(error)
    return 0, said.getvalue()


def clean(catalogue: Catalogue) -> Path:
    """The demo without the number that can't be used."""
    for channel in catalogue.channels:
        channel["phoneNumbers"] = [
            row for row in channel.get("phoneNumbers", []) if row["number"] != "ei ole"
        ]
    return catalogue.write()


def test_all_is_well(catalogue: Catalogue) -> None:
    code, said = run(clean(catalogue))
    assert code == 0
    assert "Organisations: created 3" in said
    assert "Entries: created 4" in said
    assert "Puuttuva kanava" in said
    assert "991 Esimerkkilä" in said
    code, said = run(clean(catalogue))
    assert code == 0
    assert "Nothing new: nothing was changed." in said
    assert "Entries: unchanged 4" in said


def test_a_dry_run_leaves_no_trace(catalogue: Catalogue) -> None:
    code, said = run(clean(catalogue), "--dry-run")
    assert code == 0
    assert "Dry run: nothing was changed." in said
    assert "Entries: created 4" in said
    assert not Entry.objects.exists()
    assert not ImportBatch.objects.exists()
    assert not ImportedRecord.objects.exists()


def test_what_was_left_out_is_listed(catalogue: Catalogue) -> None:
    code, said = run(catalogue.write())
    assert code == 3
    assert f"records.json {COUNSELLING} “+358 ei ole” is no phone number." in said


def test_a_possible_duplicate_is_listed(catalogue: Catalogue) -> None:
    make_entry(title="Lähes tyhjä palvelu")
    code, said = run(clean(catalogue))
    assert code == 3
    assert f"{BARE} Lähes tyhjä palvelu = Lähes tyhjä palvelu" in said


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (DATA / "faulty" / "recipe.json", "recipe.json: There is nothing of PTV in this file."),
        (DATA / "faulty" / "syntax.json", "syntax.json: Not valid JSON: line 4, column 12."),
        (DATA / "faulty" / "codes.json", "There are no organisations or services of PTV here."),
        (DATA / "nowhere", "There is no file or folder"),
    ],
)
def test_nothing_done(site: Tree, path: Path, reason: str) -> None:
    code, said = run(path)
    assert code == 1
    assert said.startswith("Nothing was changed. ")
    assert reason in said


def test_a_site_without_organisations_says_so(catalogue: Catalogue, site: Tree) -> None:
    for index in site.indexes.values():
        index.delete()
    code, said = run(catalogue.write())
    assert code == 1
    assert "The site has no page for organisations yet." in said


def test_the_last_import_or_a_certain_one_is_undone(catalogue: Catalogue) -> None:
    run(clean(catalogue))
    catalogue.rename(COUNSELLING, "fi", "Toinen")
    run(clean(catalogue))
    assert run("--undo") == (0, f"Undone: import {ImportBatch.objects.first().pk}, catalogue\n")
    assert entry(COUNSELLING).title == "Perheneuvonta"
    assert run("--undo", ImportBatch.objects.last().pk)[0] == 0
    assert not Entry.objects.exists()
    assert run("--undo") == (1, "There is no such import.")
    assert run("--undo", ImportBatch.objects.last().pk)[0] == 1
    assert run("--undo", 12345) == (1, "There is no such import.")


def test_what_a_worker_was_asked_to_undo_is_undone_directly_too(imported: Catalogue) -> None:
    ImportBatch.objects.update(state=ImportBatch.State.UNDOING)
    assert run("--undo") == (0, f"Undone: import {ImportBatch.objects.get().pk}, catalogue\n")
    assert not Entry.objects.exists()


def test_undoing_exits_with_3_where_something_was_kept(imported: Catalogue) -> None:
    page = entry(BARE)
    page.keywords = "oma"
    page.save_revision().publish()
    code, said = run("--undo")
    assert code == 3
    assert "Lähes tyhjä palvelu: it was edited since." in said


def test_either_a_path_or_undo(site: Tree) -> None:
    assert run()[0] == 1
    assert run("somewhere", "--undo", "1")[0] == 1


def test_a_batch_made_before_holds_what_became_of_it(catalogue: Catalogue) -> None:
    steps: list[tuple[int, int]] = []
    batch = new_batch("catalogue.zip")
    run_import(
        catalogue.write(),
        batch=batch,
        dry_run=True,
        progress=lambda done, total: steps.append((done, total)),
    )
    batch.refresh_from_db()
    assert (batch.state, batch.done, batch.total) == ("read", 7, 7)
    assert steps[-1] == (7, 7)
    run_import(catalogue.folder, batch=batch)
    batch.refresh_from_db()
    assert batch.state == "done"
    assert batch.changes.count() == 7
    assert Report.from_json(batch.report).counts["entry"] == {"created": 4}


def test_a_batch_that_fails_says_why_and_nothing_has_changed(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    from intake.importing import run as importing

    def break_down(*args: object, **options: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(importing, "find_vanished", break_down)
    batch = new_batch("catalogue")
    with pytest.raises(RuntimeError):
        run_import(catalogue.write(), batch=batch)
    batch.refresh_from_db()
    assert batch.state == "failed"
    assert batch.report["failure"] == "Something went wrong; nothing was changed."
    assert not Entry.objects.exists()
    assert not ImportedRecord.objects.exists()


def test_a_batch_is_done_in_the_transaction_that_changes_the_entries(
    catalogue: Catalogue,
) -> None:
    states: list[str] = []

    def look(**announced: object) -> None:
        states.append(ImportBatch.objects.get().state)

    entry_changed.connect(look)
    try:
        run_import(catalogue.write(), batch=new_batch("catalogue"))
    finally:
        entry_changed.disconnect(look)
    assert set(states) == {"done"}
