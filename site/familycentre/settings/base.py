"""Settings every place shares. What differs is read from the environment, typed."""

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import FileAwareEnv

from familycentre.settings.caches import caches
from familycentre.settings.databases import database
from familycentre.settings.languages import configured_languages
from familycentre.settings.paths import PROJECT, VAR

# A secret may stand in a file: SECRET_KEY_FILE names it as well as SECRET_KEY says it.
env = FileAwareEnv(strip_whitespace=True)

INSTALLED_APPS = [
    "familycentre",
    "home",
    "services",
    "search",
    "intake",
    "api",
    "api.webhooks",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.api.v2",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "corsheaders",
    "django_tasks_db",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "familycentre.responses.middleware.ResponseCacheMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "api.middleware.ProblemMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "familycentre.middleware.VisitorLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "familycentre.urls"
WSGI_APPLICATION = "familycentre.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SITE_TEMPLATES = PROJECT / "site" / "templates"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "familycentre.context_processors.site",
            ],
        },
    },
]

DATABASES = {"default": database(env)}

CACHES = caches(env)
# One machine does its small tasks at once; a region sets TASK_QUEUE=database and runs a worker.
TASK_BACKENDS = {
    "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    "database": "django_tasks_db.DatabaseBackend",
}
TASKS = {"default": {"BACKEND": TASK_BACKENDS[env.str("TASK_QUEUE", "immediate")]}}

LANGUAGES = configured_languages(env)
LANGUAGE_CODE = LANGUAGES[0][0]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PROJECT / "locale", PROJECT / "locale" / "admin"]
USE_I18N = True
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", VAR / "static")
STATICFILES_DIRS = [PROJECT / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

WAGTAIL_SITE_NAME = _("Virtual family centre")
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAILADMIN_BASE_URL = env.str("WAGTAILADMIN_BASE_URL", "http://127.0.0.1:8000")
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILAPI_LIMIT_MAX = 100
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
# Nothing that a browser would run as a page or a script of this site.
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "pptx", "odp", "txt", "csv"]
TAGGIT_CASE_INSENSITIVE = True

LOGIN_URL = "wagtailadmin_login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Scripts and styles come from our own files alone; the admin needs its inline ones.
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# Other sites' scripts may read the APIs, without anybody's cookies.
CORS_URLS_REGEX = r"^/api/"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "accept-language", "content-type", "if-none-match"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After"]
# So many questions to the directory API from one address; "600/m" is a minute's.
API_RATE = env.str("API_RATE", "600/m")
# How many proxies stand in front, each adding an address to X-Forwarded-For.
NINJA_NUM_PROXIES = env.int("NINJA_NUM_PROXIES", 0)

SEARCH_ENGINE = env.str("SEARCH_ENGINE", "embedded")
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", "")
ELASTICSEARCH_INDEX = env.str("ELASTICSEARCH_INDEX", "familycentre")
SEARCH_INDEX_FILE = VAR / "search.sqlite3"
SEARCH_LEXICON_FILE = env.path("SEARCH_LEXICON_FILE", VAR / "lexicon.tsv")

# The embedded head, where editors look at drafts; empty: not offered.
EMBED_URL = env.str("EMBED_URL", "")
PREVIEW_SECONDS = 3600
# Webhooks to this machine and its neighbours, without TLS: for development and tests only.
WEBHOOKS_ALLOW_PRIVATE = False

FAMILYCENTRE_NOW = env.str("FAMILYCENTRE_NOW", "")
DEMO_ALLOWED = False

TALKATIVE = ("django_tasks", "elastic_transport", "httpx", "wagtail")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
    # These say every page, task and request; the page log in the database keeps who did what.
    "loggers": {name: {"level": "WARNING"} for name in TALKATIVE},
}
# Whose public holidays close what says "PH off"; whose phone numbers need no country code.
COUNTRY = env.str("FAMILYCENTRE_COUNTRY", "FI")
# Where a record of the national service catalogue is edited in the catalogue itself.
PTV_EDIT_URL = env.str("PTV_EDIT_URL", "https://palvelutietovaranto.suomi.fi/{kind}/{id}")
