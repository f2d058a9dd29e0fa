"""Just enough to show every part of a page: no database, no log-in."""

import os
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SECRET_KEY = "only-for-the-gallery"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "tests.web.gallery"
AUTH_USER_MODEL = "accounts.User"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
    "laget.accounts",
    "laget.organisation",  # the parts of a page know a child and a unit by sight
    "laget.children",
    "laget.web",
]
MIDDLEWARE = [
    "laget.web.middleware.NameRequests",
    "laget.config.headers.KeepToOurselves",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "laget.web.middleware.SayLoggedOut",
    "laget.web.middleware.ExplainRefusals",
]
TEMPLATES: list[Any] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "laget.web.around.around",
            ],
            "string_if_invalid": "!!!%s!!!",
        },
    }
]
DATABASES: dict[str, object] = {}
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
CSRF_FAILURE_VIEW = "laget.web.errors.open_too_long"
LAGET_AROUND = "tests.web.gallery.around"
LOGIN_URL = "/login/"
USE_TZ = True
TIME_ZONE = "Europe/Oslo"
LANGUAGE_CODE = os.environ.get("GALLERY_LANGUAGE", "nb")
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
