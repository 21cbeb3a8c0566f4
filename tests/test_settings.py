"""Production stops without its secrets; the other places start by themselves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WHOLE = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "familjenshus.example",
    "EMAIL_URL": "smtp://localhost",
    "DATABASE_URL": "sqlite:///:memory:",
}


def start(
    settings: str, environment: dict[str, str], then: str = ""
) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {then}"],
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


def test_secrets_are_read_from_files(tmp_path: Path) -> None:
    secrets = {name: WHOLE[name] for name in ("SECRET_KEY", "EMAIL_URL")}
    for name, value in secrets.items():
        (tmp_path / name).write_text(f"{value}\n")
    files = {f"{name}_FILE": str(tmp_path / name) for name in secrets}
    answer = start(
        "production",
        {**{k: v for k, v in WHOLE.items() if k not in secrets}, **files},
        "from django.conf import settings as s; print(s.SECRET_KEY, s.EMAIL_HOST)",
    )
    assert answer.stdout == f"{WHOLE['SECRET_KEY']} localhost\n", answer.stderr


def test_production_names_the_secret_whose_file_is_missing(tmp_path: Path) -> None:
    answer = start("production", {**WHOLE, "SECRET_KEY_FILE": str(tmp_path / "absent")})
    assert answer.returncode != 0
    assert "SECRET_KEY_FILE" in answer.stderr


@pytest.mark.parametrize(
    ("address", "password"),
    [("postgres://someone@host/name", "from-the-file"), ("postgres://a:from-it@b/c", "from-it")],
)
def test_the_database_password_may_stand_apart(tmp_path: Path, address: str, password: str) -> None:
    (tmp_path / "password").write_text("from-the-file\n")
    answer = start(
        "production",
        {**WHOLE, "DATABASE_URL": address, "DATABASE_PASSWORD_FILE": str(tmp_path / "password")},
        "from django.conf import settings as s; print(s.DATABASES['default']['PASSWORD'])",
    )
    assert answer.stdout == f"{password}\n", answer.stderr
