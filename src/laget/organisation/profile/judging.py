"""What is wrong with a record before it is published: by itself, and with the rest."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from laget.organisation.models import ProfileItem
from laget.organisation.profile.checking import check_whole
from laget.organisation.profile.declaring import (
    SECTIONS,
    Facts,
    Fault,
    Item,
    Section,
    Shape,
    Where,
    Whole,
)
from laget.organisation.profile.exporting import SAFE
from laget.organisation.profile.facts import read_facts
from laget.organisation.profile.layers import key_of
from laget.organisation.profile.reading import spoken
from laget.organisation.profile.renaming import Name, linked
from laget.organisation.profile.stored import stored_whole


def judge(item: ProfileItem, facts: Facts) -> list[Fault]:
    """The faults and warnings that these facts would bring with them.

    `where.file` names the record; what was wrong before, elsewhere, is not said again.
    """
    section = SECTIONS[item.section]
    found = list(_by_itself(section, item, facts))
    if any(not fault.is_warning for fault in found):
        return found
    return [*found, *_with_the_rest(section, item, facts)]


def _by_itself(section: Section, item: ProfileItem, facts: Facts) -> Iterator[Fault]:
    where = Where(f"{section.name}/{item.key}")
    noted: list[str] = []
    read_facts(section.fields, facts, lambda path, said: noted.append(said))
    yield from (Fault(where, said) for said in noted)
    if section.shape is Shape.FILES and not SAFE.fullmatch(item.key):
        said = _('"{key}" cannot be a key: use letters, digits and hyphens only.')
        yield Fault(where, said.format(key=item.key))


def _with_the_rest(
    section: Section, item: ProfileItem, facts: Facts
) -> Iterator[Fault]:
    whole = stored_whole(item.profile)
    before = set(check_whole(whole))
    after = check_whole(with_facts(whole, section, item, facts))
    yield from (fault for fault in dict.fromkeys(after) if fault not in before)


def with_facts(
    whole: Whole, section: Section, item: ProfileItem, facts: Facts
) -> Whole:
    """The profile as it would be; a new name is followed by the own records."""
    where = Where(f"{section.name}/{item.key}")
    kept = read_facts(section.fields, facts, lambda path, said: None)
    key = key_of(section, kept) or item.key
    head = whole.municipality
    language = str(head.facts["language"]) if head else "nb"
    new = spoken(Item(section.name, key, kept, where, whole.name), language)
    items = {name: dict(found) for name, found in whole.items.items()}
    if key != item.key:
        items.get(section.name, {}).pop(item.key, None)
        items = _followed(whole.name, items, (section.name, item.key, key))
    items.setdefault(section.name, {})[new.key] = new
    return replace(whole, items=items)


def _followed(
    own: str, items: dict[str, dict[str, Item]], name: Name
) -> dict[str, dict[str, Item]]:
    return {
        section: {
            key: replace(item, facts=linked(section, item.facts, name))
            if item.layer == own
            else item
            for key, item in found.items()
        }
        for section, found in items.items()
    }
