"""Settings come from the environment, and what can't be read stops the app."""

from pathlib import Path

import pytest
from environs import EnvError

from embed.app import create_app
from embed.settings import Settings

NAMES = ("DIRECTORY_URL", "DIRECTORY_PUBLIC_URL", "EMBED_URL", "EMBED_SITES", "EMBED_PORT")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def test_nothing_set_is_one_machine() -> None:
    settings = Settings.from_environment()
    assert settings.directory_url == settings.directory_public_url == "http://127.0.0.1:8000"
    assert settings.embed_url == "http://127.0.0.1:8001"
    assert settings.sites == ()


def test_what_is_set_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DIRECTORY_URL", "http://web:8000/")
    monkeypatch.setenv("DIRECTORY_PUBLIC_URL", "https://familycentre.example/")
    monkeypatch.setenv("EMBED_SITES", "https://www.jakobstad.fi,https://*.larsmo.fi")
    monkeypatch.setenv("EMBED_CACHE", str(tmp_path))
    settings = Settings.from_environment()
    assert settings.directory_url == "http://web:8000"
    assert settings.directory_public_url == "https://familycentre.example"
    assert settings.sites == ("https://www.jakobstad.fi", "https://*.larsmo.fi")
    assert settings.cache_folder == tmp_path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DIRECTORY_URL", "familycentre.example"),
        ("DIRECTORY_PUBLIC_URL", "ftp://familycentre.example"),
        ("EMBED_URL", "https://"),
        ("EMBED_PORT", "many"),
        ("EMBED_SITES", "www.jakobstad.fi"),
        ("EMBED_SITES", "https://www.jakobstad.fi/path"),
        ("EMBED_SITES", "https://a.fi; script-src *"),
        ("EMBED_SITES", "*"),
    ],
)
def test_what_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(EnvError, match=name):
        Settings.from_environment()


def test_an_unreadable_moment_stops_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAMILYCENTRE_NOW", "yesterday")
    with pytest.raises(ValueError, match="yesterday"):
        Settings.from_environment()


def test_a_folder_that_cannot_be_made_stops_the_app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("EMBED_CACHE", str(tmp_path / "file" / "folder"))
    with pytest.raises(OSError, match="folder"):
        create_app(Settings.from_environment())
