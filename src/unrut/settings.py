"""Django settings, all derived from `unrut.config`."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from unrut.config import Config, load_config

_config = load_config()
_package = Path(__file__).parent


def _secret(config: Config) -> str:
    """The stored secret; before the store exists, one that lasts as long as this process."""
    try:
        return config.secret_file.read_text(encoding="ascii").strip()
    except OSError:
        return secrets.token_urlsafe(50)


def _database(config: Config) -> dict[str, Any]:
    """SQLite at home, PostgreSQL when an address is given: the one door where they differ in settings."""
    if not config.database:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": config.database_file,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 10,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
            },
        }
    address = urlsplit(config.database)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.path.lstrip("/"),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": address.hostname or "",
        "PORT": str(address.port or ""),
    }


SECRET_KEY = _secret(_config)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "unrut",
]
MIDDLEWARE = [
    "unrut.web.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "unrut.web.middleware.SignedIn",
    "unrut.web.middleware.ErrorPages",
]
ROOT_URLCONF = "unrut.web.urls"
WSGI_APPLICATION = None
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_package / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "unrut.web.context.page_context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "unrut.web.template_tags",
            ],
        },
    }
]

DATABASES = {"default": _database(_config)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "unrut.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]

SESSION_COOKIE_NAME = "unrut_session"
SESSION_COOKIE_AGE = 365 * 24 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "unrut.web.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

LARGEST_UPLOAD = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_UPLOAD
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en-gb"
LOCALE_PATHS = [_package / "locale"]

STATIC_URL = "static/"
STATICFILES_DIRS = [_package / "web" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    # Words of the person never reach a log: Django logs addresses and statuses only.
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"waitress.queue": {"level": "ERROR"}},
}
