"""The least that a page with a session, CSRF and log-in can cost in Django.

The same server, the same database and the same people. It reads as the tables' owner:
there is no row-level security under it, no transaction, no books.
"""

from laget.config import settings as ours
from laget.kernel import embedded

DEBUG = False
SECRET_KEY = ours.SECRET_KEY
ALLOWED_HOSTS = ours.ALLOWED_HOSTS
ROOT_URLCONF = "tests.bench.floor.views"
WSGI_APPLICATION = "tests.bench.floor.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "laget.accounts",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ours.HOME / "tests" / "bench" / "floor" / "templates"],
        "OPTIONS": {"context_processors": ["django.template.context_processors.csrf"]},
    }
]
DATABASES = {
    "default": embedded.database(ours.DATA, embedded.OWNER) | {"CONN_MAX_AGE": None}
}
USE_TZ, TIME_ZONE, LANGUAGE_CODE = True, "Europe/Oslo", "nb"
SESSION_COOKIE_NAME = "floor-session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ours.HTTPS
CSRF_COOKIE_NAME = ours.CSRF_COOKIE_NAME
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
