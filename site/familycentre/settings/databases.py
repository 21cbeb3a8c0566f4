"""The database connection, and what SQLite needs to serve several workers."""

from typing import Any

from environs import Env

from familycentre.settings.paths import VAR

SQLITE_OPTIONS = {
    # A writer takes its lock at BEGIN, so that two of them wait instead of failing half way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"
    ),
}


def database(env: Env) -> dict[str, Any]:
    """Django's DATABASES["default"] from DATABASE_URL; a local SQLite file where it is unset.

    DATABASE_PASSWORD stands in for a password that the address does not say.
    """
    config: dict[str, Any] = env.dj_db_url("DATABASE_URL", f"sqlite:///{VAR / 'db.sqlite3'}")
    # Opening takes longer than most questions; SQLite's last one empties its log on leaving.
    config["CONN_MAX_AGE"] = 60
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    else:
        config["PASSWORD"] = config["PASSWORD"] or env.str("DATABASE_PASSWORD", "")
        config["CONN_HEALTH_CHECKS"] = True
    return config
