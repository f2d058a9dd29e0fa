"""Families by name: who must answer for the child, why, and what stands.

Each row is a family today: the child, who answers for it, what each said to the
question, and what became of it. `asks` is who is still to answer.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from laget.children.models import Child, Guardianship
from laget.consents.models import Answer, Consent, Ended, Said
from laget.consents.rules import Because, Standing
from laget.kernel import clock
from laget.organisation.models import Municipality

YES, NO, EXCUSED = Said.YES, Said.NO, Said.EXCUSED
AGE_LAW = "pasient- og brukerrettighetsloven § 4-3"
S = Standing
TOGETHER = "Mor, Far har foreldreansvar og bestemmer sammen: Barnelova § 30"
ALONE = "Mor har foreldreansvar alene og bestemmer: Barnelova § 30"
OWN_16 = f"Ida er 16 år og bestemmer selv. Kommunens regel er fra 16 år: {AGE_LAW}."
OWN_15 = f"Ida er 15 år og bestemmer selv. Kommunens regel er fra 15 år: {AGE_LAW}."
EXPECTED = "Barnet er ikke født ennå. Mor, Far, som skal ha ansvaret, bestemmer."
NOBODY = "Ingen er registrert med foreldreansvar, så det er ingen å spørre."


@dataclass
class Family:
    """`child` is the age in years, or None for a child that is expected."""

    name: str
    child: int | None
    says: str
    because: Because
    stands: Standing
    asks: str = ""
    guardians: str = "Mor Far"  # a minus: without custody; an x: barred; a dot: ended
    own_age: int = 16
    answers: dict[str, Said] = field(default_factory=dict)
    given: bool = False
    left: int = 300  # days until it runs out
    ended: Ended = Ended.NOT


def both(said):
    return {"Mor": said, "Far": said}


T, A, Y, E, N = (
    Because.TOGETHER,
    Because.ALONE,
    Because.OWN_AGE,
    Because.EXPECTED,
    Because.NOBODY,
)
GIVEN = {"answers": both(YES), "given": True}
MIXED = {"Mor": YES, "Far": NO}
FAMILIES = [
    # together
    Family("two decide, nobody has answered", 5, TOGETHER, T, S.WAITING, "Mor, Far"),
    Family(
        "two decide, one yes", 5, TOGETHER, T, S.WAITING, "Far", answers={"Mor": YES}
    ),
    Family("two decide, one no", 5, TOGETHER, T, S.REFUSED, "Far", answers={"Mor": NO}),
    Family("two decide, both yes", 5, TOGETHER, T, S.STANDS, **GIVEN),
    Family("two decide, both no", 5, TOGETHER, T, S.REFUSED, answers=both(NO)),
    Family("they disagree", 5, TOGETHER, T, S.DISAGREED, answers=MIXED),
    Family(
        "they disagree the other way round",
        *(5, TOGETHER, T, S.DISAGREED),
        answers={"Mor": NO, "Far": YES},
    ),
    # alone
    Family("one alone, waiting", 5, ALONE, A, S.WAITING, "Mor", guardians="Mor"),
    Family(
        "one alone, yes",
        *(5, ALONE, A, S.STANDS),
        guardians="Mor",
        answers={"Mor": YES},
        given=True,
    ),
    Family(
        "one alone, no", 5, ALONE, A, S.REFUSED, guardians="Mor", answers={"Mor": NO}
    ),
    Family(
        "the other has no parental responsibility",
        *(5, ALONE, A, S.WAITING, "Mor"),
        guardians="Mor Far-",
    ),
    Family(
        "the other's answer does not count without parental responsibility",
        *(5, ALONE, A, S.WAITING, "Mor"),
        guardians="Mor Far-",
        answers={"Far": NO},
    ),
    Family(
        "the other was guardian before",
        *(5, ALONE, A, S.WAITING, "Mor"),
        guardians="Mor Far.",
    ),
    # the young person
    Family("sixteen, rule sixteen", 16, OWN_16, Y, S.WAITING, "Ida Sand"),
    Family("fifteen, rule sixteen", 15, TOGETHER, T, S.WAITING, "Mor, Far"),
    Family("fifteen, rule fifteen", 15, OWN_15, Y, S.WAITING, "Ida Sand", own_age=15),
    Family(
        "fourteen, rule fifteen", 14, TOGETHER, T, S.WAITING, "Mor, Far", own_age=15
    ),
    Family(
        "the young person says yes",
        *(16, OWN_16, Y, S.STANDS),
        answers={"Ida": YES},
        given=True,
    ),
    Family("the young person says no", 16, OWN_16, Y, S.REFUSED, answers={"Ida": NO}),
    Family(
        "the guardians' no does not bind the young person",
        *(16, OWN_16, Y, S.STANDS),
        answers={"Mor": NO, "Far": NO, "Ida": YES},
        given=True,
    ),
    Family(
        "the young person has no guardian",
        17,
        OWN_16.replace("16 år og", "17 år og"),
        Y,
        S.WAITING,
        "Ida Sand",
        guardians="",
    ),
    Family(
        "turned sixteen while the question waited",
        *(16, OWN_16, Y, S.WAITING, "Ida Sand"),
        answers={"Mor": YES},
    ),
    Family(
        "turned sixteen after it was given: stands, ask anew at renewal",
        *(16, OWN_16, Y, S.OWN_AGE_SINCE, "Ida Sand"),
        **GIVEN,
    ),
    # expected
    Family("expected, waiting", None, EXPECTED, E, S.WAITING, "Mor, Far"),
    Family("expected, both yes", None, EXPECTED, E, S.STANDS, **GIVEN),
    Family(
        "expected, nobody registered", None, NOBODY, N, S.NOBODY_TO_ASK, guardians=""
    ),
    Family(
        "born since it was given for the expected child",
        *(0, TOGETHER, T, S.STANDS),
        **GIVEN,
    ),
    # barred from contact
    Family(
        "barred, and shares the decision",
        *(5, TOGETHER, T, S.WAITING, "Far"),
        guardians="Mor Farx",
        answers={"Mor": YES},
    ),
    Family(
        "barred, and an exception is recorded",
        *(5, TOGETHER, T, S.STANDS),
        guardians="Mor Farx",
        answers={"Mor": YES, "Far": EXCUSED},
        given=True,
    ),
    Family(
        "barred, and the other says no",
        *(5, TOGETHER, T, S.REFUSED),
        guardians="Mor Farx",
        answers={"Mor": NO, "Far": EXCUSED},
    ),
    Family(
        "barred, without parental responsibility",
        *(5, ALONE, A, S.WAITING, "Mor"),
        guardians="Mor Farx-",
    ),
    Family(
        "everybody is excused, so nobody has said yes",
        *(5, TOGETHER, T, S.NOBODY_TO_ASK),
        answers=both(EXCUSED),
    ),
    # nobody
    Family("nobody known", 5, NOBODY, N, S.NOBODY_TO_ASK, guardians=""),
    Family(
        "only somebody without parental responsibility",
        *(5, NOBODY, N, S.NOBODY_TO_ASK),
        guardians="Mor-",
    ),
    # custody changed since
    Family(
        "somebody came to decide after it was given",
        *(5, "Mor, Far, Fosterfar har", T, S.ONE_MORE_SINCE, "Fosterfar"),
        guardians="Mor Far Fosterfar",
        **GIVEN,
    ),
    Family(
        "the one who came later says yes too",
        *(5, TOGETHER, T, S.STANDS),
        **GIVEN,
    ),
    Family(
        "one who said yes answers no more",
        *(5, ALONE, A, S.STANDS),
        guardians="Mor Far.",
        **GIVEN,
    ),
    Family(
        "all who said yes answer no more: it stands, and the new one is asked",
        *(5, "Fosterfar har foreldreansvar alene", A, S.ONE_MORE_SINCE, "Fosterfar"),
        guardians="Mor. Far. Fosterfar",
        **GIVEN,
    ),
    Family(
        "nobody answers for the child any more: what was given stands",
        *(5, NOBODY, N, S.STANDS),
        guardians="Mor. Far.",
        **GIVEN,
    ),
    # the course of time
    Family("runs out in 60 days", 5, TOGETHER, T, S.RUNS_OUT_SOON, left=60, **GIVEN),
    Family("runs out tomorrow", 5, TOGETHER, T, S.RUNS_OUT_SOON, left=1, **GIVEN),
    Family("has run out", 5, TOGETHER, T, S.RUN_OUT, left=-1, **GIVEN),
    Family(
        "the question ran out before all answered",
        *(5, TOGETHER, T, S.RUN_OUT, "Far"),
        left=-1,
        answers={"Mor": YES},
    ),
    Family("taken back", 5, TOGETHER, T, S.WITHDRAWN, ended=Ended.WITHDRAWN, **GIVEN),
    Family(
        "the question was taken back",
        *(5, TOGETHER, T, S.WITHDRAWN, "Mor, Far"),
        ended=Ended.WITHDRAWN,
    ),
    Family("renewed", 5, TOGETHER, T, S.REPLACED, ended=Ended.REPLACED, **GIVEN),
]


def opens(family):
    """What the database lets through: given, not ended, not run out."""
    return family.given and not family.ended and family.left > 0


def child_of(family):
    today = clock.today()
    place = Municipality(own_consent_age=family.own_age, own_consent_law=AGE_LAW)
    child = Child(name="Ida Sand", municipality=place)
    if family.child is None:
        child.due_on = today + timedelta(days=40)
    else:
        child.born_on = today.replace(year=today.year - family.child, day=1)
    return child


def guardians_of(family):
    """As the database holds them today; those who ended are not current."""
    found = []
    for word in family.guardians.split():
        guardian = Guardianship(name=word.rstrip("-x."), custody="-" not in word)
        guardian.barred = "x" in word.removeprefix(guardian.name)
        guardian.ended_at = clock.now() if "." in word else None
        found.append(guardian)
    return [g for g in found if not g.ended_at] + [g for g in found if g.ended_at]


def answers_of(family, guardians):
    known = {g.name: g.pk for g in guardians}
    return [
        Answer(guardian_id=known.get(name), said=said)
        for name, said in family.answers.items()
    ]


def consent_of(family):
    now = clock.now()
    return Consent(
        effective_at=now - timedelta(days=30) if family.given else None,
        expires_at=now + timedelta(days=family.left, hours=1 if family.left > 0 else 0),
        ended_at=now if family.ended else None,
        ended_how=family.ended,
    )
