"""A common part speaks the language of each municipality that builds on it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import SECTIONS, Fault, Item
from laget.organisation.profile.fields import Text
from laget.organisation.profile.layers import Layer
from laget.organisation.profile.municipality import LANGUAGES
from laget.organisation.profile.walking import walk


def unspoken(layers: Sequence[Layer]) -> Iterator[Fault]:
    """Texts of the common parts that the last layer's language is missing from."""
    own = layers[-1]
    for layer in layers[:-1]:
        for item in layer.items.values():
            if item.section != "common" and not _overridden(item, own):
                yield from _missing(item, layer, own)


def _overridden(item: Item, own: Layer) -> bool:
    return (item.section, item.key) in own.items


def _missing(item: Item, layer: Layer, own: Layer) -> Iterator[Fault]:
    language = own.language
    for path, field, fact in walk(SECTIONS[item.section].fields, item.facts):
        is_spoken = isinstance(field, Text) and field.spoken and fact
        if is_spoken and language not in _languages(fact, layer):
            said = _("This has no text in {language}, and {name} builds on it.")
            words = dict(LANGUAGES)[language].lower()
            said = said.format(language=words, name=own.name)
            yield Fault(item.at(path), said)


def _languages(fact: Any, layer: Layer) -> set[str]:
    if isinstance(fact, dict):
        return {name for name, text in fact.items() if text}
    return {layer.language}
