"""Who must answer before a service may take part: one decision table, with reasons.

The law's default: those with parental responsibility decide together (barnelova § 30);
from an age that the municipality has set, the young person decides alone. The age is a
rule of the municipality with its own reference (`Municipality.own_consent_law`), never
ours. A refusal is stored and changes nothing that the law requires of a service.
"""

from dataclasses import dataclass
from enum import StrEnum

from laget.children.models import Child, Guardianship
from laget.consents.models import Answer, Consent, Ended, Said


class Because(StrEnum):
    """Why these are the ones to ask."""

    OWN_AGE = "own_age"
    ALONE = "alone"
    TOGETHER = "together"
    EXPECTED = "expected"
    NOBODY = "nobody"


class State(StrEnum):
    """Where a question stands, among those who must answer today."""

    WAITING = "waiting"
    DISAGREED = "disagreed"
    REFUSED = "refused"
    COMPLETE = "complete"
    NOBODY_TO_ASK = "nobody_to_ask"


class Standing(StrEnum):
    """Where a consent stands, all in all. The first six open nothing (any more)."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    RUN_OUT = "run_out"
    WAITING = "waiting"
    DISAGREED = "disagreed"
    REFUSED = "refused"
    NOBODY_TO_ASK = "nobody_to_ask"
    STANDS = "stands"
    RUNS_OUT_SOON = "runs_out_soon"
    OWN_AGE_SINCE = "own_age_since"
    ONE_MORE_SINCE = "one_more_since"


OPENS = frozenset(
    {
        *(Standing.STANDS, Standing.RUNS_OUT_SOON),
        *(Standing.OWN_AGE_SINCE, Standing.ONE_MORE_SINCE),
    }
)
SOON = 60  # days: when the holder is first told that a consent runs out


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

    @property
    def barred(self) -> tuple[Guardianship, ...]:
        """Those who share the decision and must not be contacted."""
        return tuple(g for g in self.guardians if g.barred)


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
    """Whether all who must answer have done so, and whether they agree.

    When everybody is excused, nobody has said yes, and there is nobody to ask.
    """
    said = {a.guardian_id: a.said for a in in_turn(answers)}
    given = [said.get(g.pk if g else None) for g in need.everyone]
    if all(each == Said.EXCUSED for each in given):
        return State.NOBODY_TO_ASK
    if Said.NO in given:
        return State.DISAGREED if Said.YES in given else State.REFUSED
    return State.WAITING if None in given else State.COMPLETE


def standing(consent: Consent, need: Needed, answers: list[Answer]) -> Standing:
    """Where the consent stands today, all in all.

    What was rightly given stands until it runs out or is taken back, also when the
    child has turned the age since, or another guardian has come: they are asked, or
    may say no, and nothing is cut off in silence.
    """
    if consent.ended_at:
        was_taken_back = consent.ended_how == Ended.WITHDRAWN
        return Standing.WITHDRAWN if was_taken_back else Standing.REPLACED
    if consent.has_run_out:
        return Standing.RUN_OUT
    if consent.effective_at is None:
        now = state(need, answers)
        return Standing.WAITING if now is State.COMPLETE else Standing(now.value)
    if unasked := _not_asked_yet(need, answers):
        return Standing.OWN_AGE_SINCE if None in unasked else Standing.ONE_MORE_SINCE
    return Standing.RUNS_OUT_SOON if consent.days_left <= SOON else Standing.STANDS


def in_turn(answers: list[Answer]) -> list[Answer]:
    """As they were given: whoever has changed their mind, the latest last."""
    return sorted(answers, key=lambda answer: answer.turn)


def counting(answers: list[Answer]) -> list[Answer]:
    """Each one's latest answer."""
    return list({a.guardian_id: a for a in in_turn(answers)}.values())


def left_to_answer(need: Needed, answers: list[Answer]) -> list[Guardianship | None]:
    """Those who must answer and have not; None stands for the young person."""
    return list(_not_asked_yet(need, answers))


def _not_asked_yet(
    need: Needed, answers: list[Answer]
) -> tuple[Guardianship | None, ...]:
    answered = {a.guardian_id for a in answers}
    return tuple(g for g in need.everyone if (g.pk if g else None) not in answered)
