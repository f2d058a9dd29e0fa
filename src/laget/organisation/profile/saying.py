"""The sentences of a check: plain, and with what to do about it where we know."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from django.utils.translation import gettext as _

from laget.organisation.profile.fields import Field, Words


def unknown_key(name: str, known: Sequence[str]) -> str:
    said = _('The key "{name}" is not known here.').format(name=name)
    return said + meant(name, known)


def missing(field: Field) -> str:
    said = _('The key "{name}" is missing: {label}.')
    return said.format(name=field.name, label=field.label)


def twice(key: str) -> str:
    return _('"{key}" stands here twice.').format(key=key)


def no_text(key: str) -> str:
    said = _('"{key}" has no text: write it in Markdown under "# {key} heading".')
    return said.format(key=key)


def not_known(found: object, known: Sequence[str]) -> str:
    said = _('"{word}" is not one of {known}.')
    said = said.format(word=found, known=", ".join(known))
    return said + meant(str(found), known)


def no_such(found: str, title: Words, known: Iterable[str]) -> str:
    """A link to a record that is not there."""
    said = _('There is no "{key}" in {section}.').format(key=found, section=title)
    return said + meant(found, list(known))


def meant(found: str, known: Sequence[str]) -> str:
    """Did you mean ...? Nothing when nothing is like it."""
    near = get_close_matches(found, known, n=1, cutoff=0.7)
    return " " + _('Did you mean "{word}"?').format(word=near[0]) if near else ""


def known_words(known: Sequence[tuple[str, Words]]) -> list[str]:
    return [str(word) for word, _label in known]
