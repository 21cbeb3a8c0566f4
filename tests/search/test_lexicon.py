"""The lexicon that the command makes of the installed dictionaries."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from search import dictionaries
from search.lexicon import translations


@pytest.mark.dictionaries
def test_words_of_either_language_lead_to_the_other(lexicon: Path) -> None:
    assert "sv:sorg" in translations("fi:suru")
    assert "fi:suru" in translations("sv:sorg")
    assert translations("fi:nothing-of-the-kind") == ()


def test_without_a_lexicon_there_are_no_translations(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_LEXICON_FILE = tmp_path / "missing.tsv"
    assert translations("fi:suru") == ()


def test_missing_dictionaries_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dictionaries, "FILES", {tmp_path / "gone.dict.dz": ("fi", "sv")})
    monkeypatch.setattr(
        "search.management.commands.build_lexicon.FILES", {tmp_path / "gone.dict.dz": ("fi", "sv")}
    )
    with pytest.raises(SystemExit) as end:
        call_command("build_lexicon")
    assert end.value.code == 1
    assert "gone.dict.dz" in capsys.readouterr().err
