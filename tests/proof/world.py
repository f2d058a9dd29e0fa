"""A model of the work, in plain Python: what happened, and who may therefore see what.

Written from the invariants in words, and from nothing else: it knows no SQL, no rule of
`access`, no model of Django. Where the two disagree, one of them is wrong.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from tests.proof.facts import (
    Concern,
    Consent,
    Emergency,
    Entry,
    Job,
    Kid,
    Log,
    Offer,
    Part,
    Question,
    Thing,
)

OSLO = ZoneInfo("Europe/Oslo")


@dataclass
class World:
    """All that has happened so far, and what time it is."""

    now: datetime
    jobs: list[Job]
    team_members: set[str]
    kids: list[Kid] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    logs: list[Log] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    goals: list[Thing] = field(default_factory=list)
    interventions: list[Thing] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    emergencies: list[Emergency] = field(default_factory=list)
    reports: list[tuple[UUID, str]] = field(default_factory=list)

    def job(self, user: str) -> Job:
        return next(job for job in self.jobs if job.user == user)

    def works(self, user: str) -> Job | None:
        return next((j for j in self.jobs if j.user == user and not j.ended), None)

    # The reasons to see ----------------------------------------------------------

    def consents_now(self, kid: Kid, service: UUID) -> bool:
        return any(
            c.in_force and not c.ended and c.expires > self.now
            for c in self.consents
            if c.kid is kid and c.service == service
        )

    def has_basis(self, part: Part) -> bool:
        """Their own unit's task, a law that is named, or the family's consent, now."""
        job, log = part.job, part.log
        own = log.unit == job.unit
        return bool(own or part.statute or self.consents_now(log.kid, job.service))

    def team(self, user: str) -> set[Log]:
        """The logs they take part in with a basis, in work that goes on."""
        job = self.works(user)
        return {
            part.log
            for part in self.parts
            if job and part.job is job and not part.left
            if self.has_basis(part) and part.log.kid.place in job.places
        }

    def emergency(self, user: str) -> set[Kid]:
        mine = [e for e in self.emergencies if e.person == user]
        return {e.kid for e in mine if e.until > self.now}

    def own_concerns(self, user: str) -> set[Concern]:
        """The owner's, while at work; whom they let in; and what is left behind."""
        job = self.works(user)
        return {
            concern
            for concern in self.concerns
            if job
            if concern.owner == user
            or (user in concern.shares and concern.job.unit == job.unit)
            or (job.leads and self.is_left_behind(concern, job.unit))
        }

    def is_left_behind(self, concern: Concern, unit: UUID) -> bool:
        """Not decided, and its owner no longer works in that unit: the leader's."""
        return not concern.decided and concern.job.ended and concern.job.unit == unit

    def registered(self, user: str) -> set[Kid]:
        """Until a log is opened: who wrote the child down, and whose concern it is."""
        job = self.works(user)
        with_log = {log.kid for log in self.logs}
        mine = {k for k in self.kids if job and k.registered_by == user}
        mine = {k for k in mine if job and k.place in job.places}
        mine |= {c.kid for c in self.own_concerns(user) if c.kid}
        return mine - with_log

    def offered(self, user: str) -> set[Log]:
        job = self.works(user)
        return {
            offer.log
            for offer in self.offers
            if job and offer.to is job and not offer.answered
            if offer.log.kid.place in job.places
        }

    def left_lying(self, leader: str) -> set[Log]:
        """Of the leader's unit; the holder has gone, is away, or lost the basis."""
        job = self.works(leader)
        if not job or not job.leads:
            return set()
        lying = set()
        for part in self.parts:
            log, holds = part.log, part.job.user == part.log.holder and not part.left
            ours = job.unit in (log.unit, part.job.unit)
            lost = part.job.ended or self.is_away(part.job) or not self.has_basis(part)
            if holds and ours and lost and not log.closed:
                lying.add(log)
        return lying

    def is_away(self, job: Job) -> bool:
        return job.away_from is not None and job.away_from <= self.now.date()

    # What follows from them ------------------------------------------------------

    def works_with(self, user: str) -> set[Kid]:
        """Whom they work with, rather than only see."""
        return self.registered(user) | {log.kid for log in self.team(user)}

    def holds(self, user: str, log: Log) -> bool:
        return log.holder == user and not log.closed and log in self.team(user)

    def answers_for(self, user: str, kid: Kid) -> bool:
        held = any(self.holds(user, log) for log in self.logs if log.kid is kid)
        return held or kid in self.registered(user)

    def seen_by_staff(self, user: str) -> set[tuple[str, UUID]]:
        """Every record somebody at work sees, as (kind, id)."""
        inside = self.team(user)
        kids = self.emergency(user) | self.registered(user) | {x.kid for x in inside}
        inside |= {log for log in self.logs if log.kid in self.emergency(user)}
        listed = inside | self.offered(user) | self.left_lying(user)
        named = kids | {log.kid for log in self.offered(user)}
        concerns = self.own_concerns(user) | {x.concern for x in inside if x.concern}
        asked = {q for q in self.questions if q.by == user}
        if user in self.team_members and self.works(user):
            asked |= set(self.questions)
        return {
            *self._inside(inside, kids),
            *(("child", kid.id) for kid in named),
            *(("log", log.id) for log in listed),
            *(("offer", offer.id) for offer in self.offers if offer.log in listed),
            *(("concern", concern.id) for concern in concerns),
            *(("question", question.id) for question in asked),
            *(("report", key) for key, writer in self.reports if writer == user),
        }

    def seen_by_family(self, user: str) -> set[tuple[str, UUID]]:
        """A guardian with the right to see, and the young person, each by age: all of

        it, once help has begun or something is asked.
        """
        begun = {log.kid for log in self.logs} | {c.kid for c in self.consents}
        kids = begun & (
            {kid for kid in self.kids if kid.account == user and self.age(kid) >= 13}
            | {
                kid
                for kid in self.kids
                for guard in kid.guards
                if guard.user == user and guard.may_see and not guard.ended
                if self.age(kid) < 18
            }
        )
        logs = {log for log in self.logs if log.kid in kids}
        gone = {
            ("guardian", guard.id)
            for kid in kids
            for guard in kid.guards
            if guard.ended or not guard.may_see
        }
        return {
            *(self._inside(logs, kids) - gone),
            *(("child", kid.id) for kid in kids),
            *(("log", log.id) for log in logs),
            *(("offer", offer.id) for offer in self.offers if offer.log in logs),
            *(("concern", log.concern.id) for log in logs if log.concern),
        }

    def age(self, kid: Kid) -> int:
        today = self.now.astimezone(OSLO).date()
        had_birthday = (today.month, today.day) >= (kid.born.month, kid.born.day)
        return today.year - kid.born.year - (not had_birthday)

    def _inside(self, logs: set[Log], kids: set[Kid]) -> set[tuple[str, Any]]:
        kinds = {
            "part": self.parts,
            "goal": self.goals,
            "intervention": self.interventions,
            "entry": self.entries,
        }
        return {
            *(
                (kind, x.id)
                for kind, all in kinds.items()
                for x in all
                if x.log in logs
            ),
            *(("guardian", guard.id) for kid in kids for guard in kid.guards),
            *(("consent", c.id) for c in self.consents if c.kid in kids),
        }
