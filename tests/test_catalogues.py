"""Everything the project's own code says is said in Finnish and in Swedish."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = ["home", "services", "search", "intake", "api", "site"]
LANGUAGES = ["fi", "sv"]


def catalogue(root: Path, language: str) -> polib.POFile:
    return polib.pofile(str(root / "locale" / language / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_untranslated(language: str) -> None:
    messages = catalogue(PROJECT, language)
    assert len(messages) > 300
    assert [entry.msgid for entry in messages.untranslated_entries()] == []
    assert [entry.msgid for entry in messages.fuzzy_entries()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_code_says(language: str, tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        assert os.environ.get("CI") != "true", "gettext is not installed"
        pytest.skip("gettext is not here; `make test` installs it")
    for room in [*ROOMS, "locale"]:
        shutil.copytree(PROJECT / room, tmp_path / room)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", language, "--no-obsolete"],
        cwd=tmp_path,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": ""},
        check=True,
        capture_output=True,
    )
    kept = {(entry.msgctxt, entry.msgid) for entry in catalogue(PROJECT, language)}
    said = {(entry.msgctxt, entry.msgid) for entry in catalogue(tmp_path, language)}
    assert said - kept == set()
    assert kept - said == set()
