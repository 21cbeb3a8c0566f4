"""Settings of `make run`: one machine, demo content, no secrets."""

from familycentre.settings.base import *  # noqa: F403
from familycentre.settings.base import env

DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env.str("SECRET_KEY", "only-for-development-and-never-anywhere-else")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEMO_ALLOWED = True
EMBED_URL = env.str("EMBED_URL", "http://127.0.0.1:8001")
WEBHOOKS_ALLOW_PRIVATE = True
