"""Settings of the tests: throw-away files, a fixed clock, fast passwords."""

import tempfile
from pathlib import Path

from familycentre.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105
DEBUG = False
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
FAMILYCENTRE_NOW = "2026-11-24T10:00:00+02:00"
DEMO_ALLOWED = True

_scratch_folder = tempfile.TemporaryDirectory(prefix="familycentre-test-")
_scratch = Path(_scratch_folder.name)
MEDIA_ROOT = _scratch / "media"
SEARCH_INDEX_FILE = _scratch / "search.sqlite3"
SEARCH_LEXICON_FILE = _scratch / "lexicon.tsv"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "shared": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": _scratch / "cache",
    },
    # Most tests end by undoing, which tells nobody, so no page may outlive its test. Those of the
    # response cache bring one of their own.
    "responses": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Wagtail's own indexes are not what is tested.
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
LOGGING = {"version": 1, "disable_existing_loggers": False, "root": {"level": "WARNING"}}
# Tests ask more than any caller may.
API_RATE = "1000000/m"
