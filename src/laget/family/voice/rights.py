"""My rights by age: what goes for me now, and what comes later.

What the law says is shown by its section, from the law library; what the municipality
has decided, such as from which age one answers alone, is said to be its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.family.voice.right_texts import OF_A_GUARDIAN, OF_THE_CHILD, Told
from laget.kernel import clock
from laget.organisation.models import Municipality, Provision

WITHOUT = {True: "takes_part", False: "decides"}  # the words that are for the others


@dataclass(frozen=True)
class Right:
    """One right in plain words, from which age, and where the law has it."""

    about: str
    title: str
    text: str
    age: int
    is_local: bool
    laws: list[Provision] = field(default_factory=list)


@dataclass(frozen=True)
class Rights:
    """What the page says. `is_own` is whether it is the young person's own page."""

    years: int
    is_own: bool
    now: list[Right]
    later: list[Right]
    guardian: list[Right]


def rights_for(child: Child, reader: User) -> Rights:
    """The child's rights; and to a guardian what a guardian sees and decides."""
    place, years = child.municipality, years_of(child)
    library = _library([*OF_THE_CHILD, *OF_A_GUARDIAN])
    found = [_right(told, place, library) for told in OF_THE_CHILD]
    is_own = child.account_id == reader.pk
    theirs = [] if is_own else _of_guardian(child, reader)
    return Rights(
        years=years,
        is_own=is_own,
        now=_now(found, years),
        later=sorted((r for r in found if r.age > years), key=lambda r: r.age),
        guardian=[_right(told, place, library) for told in theirs],
    )


def years_of(child: Child) -> int:
    """Whole years; 0 before birth."""
    born, today = child.born_on, clock.today()
    if born is None:
        return 0
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday)


def _now(found: list[Right], years: int) -> list[Right]:
    """Of each right the words for the age one has: a later step takes its place."""
    reached = sorted((r for r in found if r.age <= years), key=lambda r: r.age)
    latest = {right.about: right for right in reached}
    return [right for right in found if latest.get(right.about) is right]


def _of_guardian(child: Child, reader: User) -> list[Told]:
    mine = Guardianship.objects.deciding().filter(child=child, user=reader)
    left_out = WITHOUT[mine.exists()]
    return [told for told in OF_A_GUARDIAN if told.about != left_out]


def _library(found: Iterable[Told]) -> dict[str, Provision]:
    """The newest version of each provision that is named. One query."""
    keys = {key for told in found for key in told.laws}
    provisions = Provision.objects.filter(key__in=keys).order_by("version")
    return {each.key: each for each in provisions}


def _right(told: Told, place: Municipality, library: dict[str, Provision]) -> Right:
    age = told.age if isinstance(told.age, int) else int(getattr(place, told.age))
    ages = {"sight": place.guardian_sight_age, "consent": place.own_consent_age}
    laws = [library[key] for key in told.laws if key in library]
    text = str(told.text) % ages
    return Right(told.about, str(told.title), text, age, told.is_local, laws)
