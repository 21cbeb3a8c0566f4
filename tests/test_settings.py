"""Production stops without its secrets; the other places start by themselves."""

import os
import subprocess
import sys

import pytest

WHOLE = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "familjenshus.example",
    "EMAIL_URL": "smtp://localhost",
    "DATABASE_URL": "sqlite:///:memory:",
}


def start(settings: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        env={**kept, "DJANGO_SETTINGS_MODULE": f"familycentre.settings.{settings}", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_everything() -> None:
    assert start("production", WHOLE).returncode == 0


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_production_names_what_is_missing(missing: str) -> None:
    answer = start("production", {k: v for k, v in WHOLE.items() if k != missing})
    assert answer.returncode != 0
    assert missing in answer.stderr


def test_production_refuses_a_short_secret() -> None:
    answer = start("production", {**WHOLE, "SECRET_KEY": "short"})
    assert answer.returncode != 0
    assert "SECRET_KEY" in answer.stderr


def test_development_needs_nothing() -> None:
    assert start("dev", {}).returncode == 0
