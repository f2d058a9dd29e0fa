"""What every worker needs, read once before they are made, so that they share it."""

import gc
from typing import Any

from django.conf import settings
from django.template import engines
from django.urls import get_resolver
from django.utils import translation
from django.utils.translation import trans_real


def read() -> None:
    """Pages, their templates and the words of every language.

    Nothing is collected as rubbish that is still there afterwards: looking through it
    again and again would take time, and give each worker a copy of its own.
    """
    _pages()
    for language, _ in settings.FAMILY_LANGUAGES:
        gather(language)
    gc.collect()
    gc.freeze()


def _pages() -> None:
    """The views are imported with their addresses."""
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            get_resolver().reverse_dict  # noqa: B018  it is made when it is read
    engine = engines["django"]
    for name in ("web/base.html", "family/base.html", "public/base.html"):
        engine.get_template(name)


def gather(language: str) -> None:
    """All words of a language in one dictionary, where Django has one for each area.

    Django means to put together those that count alike, and (5.2) never does; then
    each word is looked for in some forty of them.
    """
    catalogue: Any = vars(trans_real.translation(language))["_catalog"]
    alike: dict[object, tuple[dict[Any, str], Any]] = {}
    for words, plural in zip(catalogue._catalogs, catalogue._plurals, strict=True):
        gathered, _ = alike.setdefault(plural.__code__, ({}, plural))
        for key, word in words.items():
            gathered.setdefault(key, word)  # the first go before the others
    catalogue._catalogs = [gathered for gathered, _ in alike.values()]
    catalogue._plurals = [plural for _, plural in alike.values()]
