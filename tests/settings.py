"""The same settings, over a database of the tests' own, seen through two roles.

`default` is the application: every test runs as it, inside a transaction. `owner` may
be named only where a test says `databases=[...]`: it migrates, moves the clock, and
clears up after the few tests that must commit.
"""

import hashlib
import os
import tempfile
from base64 import b64encode
from pathlib import Path

HERE = Path(__file__).resolve().parent
os.environ |= {
    "LAGET_SECRET_KEY": "only-for-tests-" + "0123456789" * 5,
    "LAGET_FIELD_KEY": b64encode(b"f" * 32).decode(),
    "LAGET_INDEX_KEY": b64encode(b"i" * 32).decode(),
    "LAGET_HTTPS": "no",
}

from laget.config.settings import *  # noqa: E402, F403
from laget.config.settings import TEMPLATES  # noqa: E402
from laget.kernel import embedded  # noqa: E402

PLACE = f"{HERE}{os.environ.get('LAGET_PG_BIN', '')}"
DATA = Path(tempfile.gettempdir()) / (
    f"laget-tests-{os.getuid()}-{hashlib.sha256(PLACE.encode()).hexdigest()[:8]}"
)
TEMPLATE = "laget_test"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
TEST_NAME = f"{TEMPLATE}_{WORKER}" if WORKER else TEMPLATE

DATABASES = {
    alias: embedded.database(DATA, role, TEST_NAME) | {"CONN_MAX_AGE": None}
    for alias, role in [("default", embedded.APP), ("owner", embedded.OWNER)]
}
DATABASES["default"]["OPTIONS"]["prepare_threshold"] = 5  # as it is run: kernel/planned
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = "!!!%s!!!"  # type: ignore[index]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
