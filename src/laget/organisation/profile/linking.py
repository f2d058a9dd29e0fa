"""What a record names must be there: services, units, forms, needs, law, places."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import SECTIONS, Fault, Item, Whole
from laget.organisation.profile.fields import Field, Link, Links
from laget.organisation.profile.saying import meant, no_such
from laget.organisation.profile.walking import walk

LAW_KEY = re.compile(r"[a-zæøå]+(-\d{4})?-\d+[a-z]?(-[0-9a-zæøå]+)*")


def links(whole: Whole) -> Iterator[Fault]:
    """Every link leads to a record, and every law that is cited still applies."""
    for items in whole.items.values():
        for item in items.values():
            yield from _links_of(whole, item)


def _links_of(whole: Whole, item: Item) -> Iterator[Fault]:
    for path, field, fact in walk(SECTIONS[item.section].fields, item.facts):
        many = isinstance(fact, list)
        for number, word in enumerate(fact if many else [fact]):
            if word and (to := _leads_to(field, word)):
                at = f"{path}.{number}" if many else path
                yield from _link(whole, item, at, to, word)


def _leads_to(field: Field, word: object) -> str:
    """The section that a fact names a record of; empty if it is just words."""
    if isinstance(field, (Link, Links)):
        return field.to
    is_law = field.name in ("law", "now") and isinstance(word, str)
    return "laws" if is_law and LAW_KEY.fullmatch(str(word)) else ""


def _link(whole: Whole, item: Item, at: str, to: str, word: str) -> Iterator[Fault]:
    found = whole.get(to, word)
    if found is None:
        known = whole.items.get(to, {})
        yield Fault(item.at(at), no_such(word, SECTIONS[to].title, known))
    elif to == "laws" and item.section != "laws":
        yield from _replaced(whole, item, at, found)


def _replaced(whole: Whole, item: Item, at: str, law: Item) -> Iterator[Fault]:
    if law.facts["standing"] != "replaced":
        return
    said = _("{act} {section} has been replaced.").format(**law.facts)
    after = whole.get("laws", law.facts["replaced_by"])
    if after:
        more = _("What applies now is {act} {section}.").format(**after.facts)
        said = f"{said} {more}"
    yield Fault(item.at(at), said, is_warning=True)


def unknown_place(whole: Whole, item: Item, at: str, name: str) -> Iterator[Fault]:
    """A municipality that is neither beside this one nor among its neighbours."""
    if name not in whole.places:
        said = _(
            'There is no municipality "{name}" beside this one. If it does not use '
            "Laget, name it under [[neighbours]] in municipality.toml."
        ).format(name=name)
        yield Fault(item.at(at), said + meant(name, list(whole.places)))
