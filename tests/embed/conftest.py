"""The app on a directory that stands in, at the tests' fixed moment."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from embed import kept
from embed.app import create_app
from embed.settings import Settings
from tests.embed import answers
from tests.embed.directory_server import Standin, serving, usual_contents


@pytest.fixture(autouse=True)
def _tuesday_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAMILYCENTRE_NOW", "2026-11-24T10:00:00+02:00")


@pytest.fixture
def directory() -> Iterator[Standin]:
    """A directory with one of everything."""
    standin = Standin(contents=usual_contents())
    with serving(standin):
        yield standin


def settings_for(directory: Standin, folder: Path, **changed: Any) -> Settings:
    """Settings that ask this directory."""
    given = {
        "directory_url": directory.url,
        "directory_public_url": answers.SITE,
        "embed_url": "https://embed.example",
        "sites": ("https://www.esimerkki.fi",),
        "cache_folder": folder,
    }
    return Settings(**{**given, **changed})


@pytest.fixture
def client(directory: Standin, tmp_path: Path) -> FlaskClient:
    """A browser without a browser."""
    return create_app(settings_for(directory, tmp_path)).test_client()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kept answers are asked again at once, and a directory that was away too."""
    monkeypatch.setattr(kept, "FRESH", 0)
    monkeypatch.setattr(kept, "AWAY", -1)
