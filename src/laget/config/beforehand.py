"""What every worker needs, read once before they are made, so that they share it."""

import gc

from django.conf import settings
from django.template import engines
from django.urls import get_resolver
from django.utils import translation


def read() -> None:
    """Pages, their templates and the words of every language.

    Nothing is collected as rubbish that is still there afterwards: looking through it
    again and again would take time, and give each worker a copy of its own.
    """
    _pages()
    gc.collect()
    gc.freeze()


def _pages() -> None:
    """The views are imported with their addresses."""
    for language, _ in settings.FAMILY_LANGUAGES:
        with translation.override(language):
            get_resolver().reverse_dict  # noqa: B018  it is made when it is read
    engine = engines["django"]
    for name in ("web/base.html", "family/base.html", "public/base.html"):
        engine.get_template(name)
