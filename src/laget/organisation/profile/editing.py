"""Editing a municipality's records in the browser: draft, publish, and every version.

A draft is nobody's business until it is published. Publishing checks the record
against what is declared, writes the municipality's own tables, and adds a version. A
record that comes from a common part is never changed here: the municipality gets its
own, which stands in its place.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from django.db import DatabaseError, transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.errors import InsufficientPrivilege, UniqueViolation

from laget.accounts.models import User
from laget.kernel import RuleBroken, clock
from laget.organisation.models import (
    Municipality,
    Profile,
    ProfileItem,
    ProfileVersion,
)
from laget.organisation.profile.declaring import (
    SECTIONS,
    Facts,
    Fault,
    Section,
    Shape,
    in_order,
)
from laget.organisation.profile.facts import filled
from laget.organisation.profile.judging import judge
from laget.organisation.profile.layers import key_of
from laget.organisation.profile.reading import in_language
from laget.organisation.profile.renaming import follow
from laget.organisation.profile.stored import stored_whole

ANOTHERS = gettext_lazy(
    "This belongs to another municipality, or has the name of something there."
    " Nothing was published."
)


@dataclass(frozen=True)
class Record:
    """A record as an administrator meets it: published, perhaps with a draft."""

    section: Section
    key: str
    facts: Facts | None
    item: ProfileItem | None
    common: str = ""  # the common part it comes from, when it is not the own

    @property
    def draft(self) -> Facts | None:
        return self.item.draft if self.item else None

    @property
    def now(self) -> Facts:
        """What is being worked on: the draft, or what is published."""
        return self.draft or self.facts or {}

    @property
    def is_edited(self) -> bool:
        """Changed here since the folder was loaded."""
        item = self.item
        return bool(item and item.facts is not None and item.facts != item.as_loaded)


def sections() -> list[Section]:
    """Those a municipality may edit: not what all share, and no common part's head."""
    return [s for s in SECTIONS.values() if not s.share and s.name != "common"]


def records(municipality: Municipality, section: Section) -> list[Record]:
    """Its own and those of the common parts it builds on, in the profile's order."""
    profile = Profile.objects.get(municipality=municipality)
    found: dict[str, Record] = {}
    for name in profile.builds_on:
        for item in _items(section, name):
            facts = in_language(section.fields, item.facts or {}, municipality.language)
            found[item.key] = Record(section, item.key, facts, None, common=name)
    for item in _items(section, profile.name):
        found[item.key] = Record(section, item.key, item.facts, item)
    return list(found.values())


def counted(municipality: Municipality) -> dict[str, tuple[int, int]]:
    """How many records each section has, and how many drafts wait. Two queries."""
    profile = Profile.objects.get(municipality=municipality)
    every = [*profile.builds_on, profile.name]
    found = ProfileItem.objects.filter(profile__name__in=every).values("section")
    numbers = found.annotate(
        records=Count("key", distinct=True),
        drafts=Count("pk", filter=Q(draft__isnull=False)),
    )
    return {each["section"]: (each["records"], each["drafts"]) for each in numbers}


def record(municipality: Municipality, section: Section, key: str) -> Record | None:
    found = (each for each in records(municipality, section) if each.key == key)
    return next(found, None)


def _items(section: Section, profile: str) -> Iterator[ProfileItem]:
    mine = ProfileItem.objects.filter(profile__name=profile)
    return mine.in_section(section.name).iterator()


@transaction.atomic
def save_draft(
    municipality: Municipality, section: Section, key: str, facts: Facts, *, by: User
) -> ProfileItem:
    """Keep what someone is working on. Nothing that anyone else reads has changed."""
    profile = Profile.objects.get(municipality=municipality)
    item, _made = ProfileItem.objects.get_or_create(
        profile=profile,
        section=section.name,
        key=key,
        defaults={"position": _last(profile, section) + 1},
    )
    item.draft, item.draft_by, item.draft_at = facts, by, clock.now()
    item.save(update_fields=["draft", "draft_by", "draft_at"])
    return item


def _last(profile: Profile, section: Section) -> int:
    same = profile.items.filter(section=section.name).order_by("-position")
    return same.values_list("position", flat=True).first() or 0


@transaction.atomic
def publish(item: ProfileItem, municipality: Municipality, *, by: User) -> None:
    """Make what is worked on what everyone reads, as a new version.

    Raises RuleBroken, in the words of the first fault, when it may not be published.
    """
    if item.draft is None:
        return
    if wrong := [each for each in faults(item) if not each.is_warning]:
        raise RuleBroken(wrong[0].sentence)
    section, before = SECTIONS[item.section], item.key
    item.facts = filled(section.fields, item.draft)
    item.key = key_of(section, item.facts) or before
    if item.key != before and record(municipality, section, item.key):
        raise RuleBroken(_("There is one with that name already."))
    item.draft, item.draft_by, item.draft_at = None, None, None
    item.version = _newest(item) + 1
    item.save()
    ProfileVersion.objects.create(
        item=item, version=item.version, facts=item.facts, by=by, how="published"
    )
    also: set[str] = set()
    if item.key != before:
        also = follow(item, (item.section, before, item.key), by=by)
    _write(municipality, {item.section, *also}, {item.key: before})


def _write(
    municipality: Municipality, names: Collection[str], was: Mapping[str, str]
) -> None:
    """Let the municipality's own tables say what its records say now, in order.

    Raises RuleBroken when the database knows that something there is another's.
    """
    try:
        with transaction.atomic():
            _write_all(municipality, names, was)
    except DatabaseError as refused:
        if isinstance(refused.__cause__, InsufficientPrivilege | UniqueViolation):
            raise RuleBroken(str(ANOTHERS)) from refused
        raise


def _write_all(
    municipality: Municipality, names: Collection[str], was: Mapping[str, str]
) -> None:
    whole = stored_whole(Profile.objects.get(municipality=municipality))
    for section in in_order():
        if section.name in names and section.write:
            items = list(whole.all(section.name))
            renamed = [replace(i, was=was.get(i.key, "")) for i in items]
            section.write(municipality, renamed)


@transaction.atomic
def take_in(
    municipality: Municipality, section: Section, said: dict[str, Facts], *, by: User
) -> None:
    """Publish many records at once, as from a spreadsheet. Drafts of others stay."""
    profile = Profile.objects.get(municipality=municipality)
    there = {each.key: each for each in profile.items.in_section(section.name)}
    last = _last(profile, section)
    for nr, (key, facts) in enumerate(said.items(), 1):
        item = there.get(key) or ProfileItem(
            profile=profile, section=section.name, key=key, position=last + nr
        )
        item.facts, item.version = facts, item.version + 1 if key in there else 1
        item.save()
        ProfileVersion.objects.create(
            item=item, version=item.version, facts=facts, by=by, how="imported"
        )
    _write(municipality, {section.name}, {})


def _newest(item: ProfileItem) -> int:
    return item.versions.values_list("version", flat=True).first() or 0


def throw_away(item: ProfileItem) -> None:
    """Forget the draft; what is published stays."""
    item.draft, item.draft_by, item.draft_at = None, None, None
    item.save(update_fields=["draft", "draft_by", "draft_at"])


def take_up(version: ProfileVersion, *, by: User) -> None:
    """Work on from an earlier version: it becomes the draft."""
    item = version.item
    item.draft, item.draft_by, item.draft_at = version.facts, by, clock.now()
    item.save(update_fields=["draft", "draft_by", "draft_at"])


def faults(item: ProfileItem) -> list[Fault]:
    """What is wrong with the draft, in sentences."""
    return judge(item, item.draft) if item.draft is not None else []


def empty(section: Section) -> Facts:
    """A new record with nothing in it yet."""
    return filled(section.fields, {})


def may_be_added(section: Section) -> bool:
    return section.shape is not Shape.SINGLE
