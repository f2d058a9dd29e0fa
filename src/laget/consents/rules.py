"""Who must answer before a service may take part: one decision table, with reasons.

The law's default: those with parental responsibility decide together (barnelova § 30);
from an age that the municipality has set, the young person decides alone. The age is a
rule of the municipality with its own reference (`Municipality.own_consent_law`), never
ours. A refusal is stored and changes nothing that the law requires of a service.
"""

from dataclasses import dataclass
from enum import StrEnum

from laget.children.models import Child, Guardianship
from laget.consents.models import Answer, Said


class Because(StrEnum):
    """Why these are the ones to ask."""

    OWN_AGE = "own_age"
    ALONE = "alone"
    TOGETHER = "together"
    EXPECTED = "expected"
    NOBODY = "nobody"


class State(StrEnum):
    """Where a question stands."""

    WAITING = "waiting"
    DISAGREED = "disagreed"
    REFUSED = "refused"
    COMPLETE = "complete"
    NOBODY_TO_ASK = "nobody_to_ask"


@dataclass(frozen=True)
class Needed:
    """Who must say yes: the young person, or these guardians; and because of what."""

    because: Because
    young_person: bool
    guardians: tuple[Guardianship, ...]

    @property
    def everyone(self) -> tuple[Guardianship | None, ...]:
        """One for each answer that is needed; None stands for the young person."""
        return (None,) if self.young_person else self.guardians


def needed(child: Child, guardians: list[Guardianship]) -> Needed:
    """Who must answer about this child today, among its current guardians.

    A guardian barred from contact still shares the decision by law until somebody with
    the right to do so has recorded an exception (`Said.EXCUSED`), so nobody is left out
    in silence.
    """
    deciding = tuple(g for g in guardians if g.custody and g.ended_at is None)
    age = child.age
    if age is not None and age >= child.municipality.own_consent_age:
        return Needed(Because.OWN_AGE, True, ())
    if not deciding:
        return Needed(Because.NOBODY, False, ())
    if child.is_unborn:
        return Needed(Because.EXPECTED, False, deciding)
    because = Because.TOGETHER if len(deciding) > 1 else Because.ALONE
    return Needed(because, False, deciding)


def state(need: Needed, answers: list[Answer]) -> State:
    """Whether all who must answer have done so, and whether they agree."""
    if not need.everyone:
        return State.NOBODY_TO_ASK
    said = {a.guardian_id: a.said for a in answers}
    given = [said.get(g.pk if g else None) for g in need.everyone]
    if Said.NO in given:
        return State.DISAGREED if Said.YES in given else State.REFUSED
    if None in given or Said.YES not in given:
        return State.WAITING
    return State.COMPLETE
