"""What a child's page shows, read in few questions: their number never grows with rows.

The database leaves out what the reader may not see; nothing here asks who they are.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    Max,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import JSONObject

from laget.access import door
from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child, Guardianship
from laget.concerns.models import Concern
from laget.consents.models import Answer, Consent, Ended, Said
from laget.guide.models import Level
from laget.kernel import clock
from laget.kernel.prepared import prepared
from laget.logs.models import (
    EmergencyAccess,
    Entry,
    EntryKind,
    Goal,
    Intervention,
    LevelChange,
    Log,
    Participation,
    Review,
)
from laget.logs.timeline import VISITS
from laget.rights.offering import made_in, rules_of
from laget.staff.child.needed import NEEDED
from laget.staff.child.spoken import spoken_to
from laget.staff.shields.standing import marks_of
from laget.staff.shields.standing import of_child as shields_of
from laget.staff.shields.words import marks
from laget.voices.comments import Told, by_record, told_of

LATELY = timedelta(days=30)
VISIT = JSONObject(**{n: F(n) for n in ("actor", "times", "latest", "name")})
MEMBER = ("name", "phone", "custody", "barred", *NEEDED)


@dataclass
class Reading:
    """Everything about one child but the timeline. `log` is the one that is shown."""

    child: Any
    user: User
    logs: list[Any] = field(default_factory=list)
    log: Any = None
    concerns: list[Concern] = field(default_factory=list)
    goals: list[Any] = field(default_factory=list)
    team: list[Participation] = field(default_factory=list)
    guardians: list[dict[str, Any]] = field(default_factory=list)
    consents: list[Any] = field(default_factory=list)
    looked: list[dict[str, Any]] = field(default_factory=list)
    emergency: EmergencyAccess | None = None
    level_names: list[dict[str, Any]] = field(default_factory=list)
    shields: dict[UUID, str] = field(default_factory=dict)
    comments: dict[UUID, list[Told]] = field(default_factory=dict)

    @property
    def is_on_team(self) -> bool:
        return any(part.employment.user_id == self.user.pk for part in self.current)

    @property
    def current(self) -> list[Participation]:
        return [
            part
            for part in self.team
            if part.left_at is None and part.employment.ended_at is None
        ]

    def sees(self, part: Participation) -> bool:
        """The own unit's task, a named law, or a consent that stands."""
        job = part.employment
        standing = {consent.service_id for consent in self.consents if consent.stands}
        own = job.unit_id == self.log.unit_id
        return own or bool(part.statute) or job.unit.service_id in standing

    @property
    def only_offered(self) -> bool:
        """The one who is asked to hold the log sees the child's name, and no more."""
        return self.log is not None and not self.team

    @property
    def can_write(self) -> bool:
        return bool(self.log and self.log.can["write"])


def read(child: Child, user: User, log: Log | None = None) -> Reading:
    """Read for the page; `log` names another than the latest, such as a closed one."""
    since = clock.now() - LATELY
    logs = _logs(child=child.pk, user=user.pk, since=since)
    found = Reading(child, user, logs=logs)
    for one in found.logs:
        one.offer = getattr(one, "offer", None)  # Django leaves it out where none is
    found.log = next((one for one in found.logs if not log or one == log), None)
    (_read_log if found.log else _read_before_log)(found)
    return found


def _read_before_log(found: Reading) -> None:
    child = found.child
    found.concerns = list(
        Concern.objects.filter(child=child).select_related("owner").order_by("pk")
    )
    found.guardians = list(child.guardianships.current().values(*MEMBER))
    found.shields = marks_of(child.pk)
    found.consents = _consents(child=child.pk, now=clock.now())
    found.looked = _looked(child=child.pk, since=clock.now() - LATELY)
    found.emergency = _emergency(found)
    named = Level.objects.named(child.municipality_id)
    found.level_names = [level["said"] for level in named]


def _read_log(found: Reading) -> None:
    log = found.log
    found.team = _team(log=log.pk)
    if found.only_offered:
        return
    found.guardians, found.level_names = log.guardians, log.level_names
    found.shields = marks(log.shields)
    found.comments = by_record(log.comments)
    found.concerns = [one.concern for one in found.logs if one.concern]
    found.goals = _goals(log, found.user)
    _with_what_belongs(found)
    found.consents = _consents(child=found.child.pk, now=clock.now())
    found.looked = [_visit(each) for each in found.logs[0].looked]
    if not found.is_on_team:
        found.emergency = _emergency(found)


def _visit(told: dict[str, Any]) -> dict[str, Any]:
    latest = datetime.fromisoformat(told["latest"])
    return told | {"actor": UUID(told["actor"]), "latest": latest}


@prepared
def _logs(child: UUID, user: UUID, since: datetime) -> QuerySet[Any]:
    """The newest first, with what is one to a log; and who has looked lately."""
    offered = FilteredRelation("handovers", condition=Q(handovers__answered_at=None))
    names = Level.objects.named(OuterRef("child__municipality"))
    found: QuerySet[Any] = (
        door.permitted(_known_by(user), Log.objects.filter(child=child))
        .annotate(
            offer=offered,
            changes=_several(LevelChange, "log", "decided_at", "to_level from_level"),
            voice=_latest(
                Entry.objects.standing().filter(kind=EntryKind.VOICE),
                *("log", "written_at", "text heard written_by__name"),
            ),
            guardians=ArraySubquery(_of_family()),
            shields=ArraySubquery(shields_of(OuterRef("child"))),
            comments=ArraySubquery(told_of(OuterRef("child"))),
            level_names=ArraySubquery(names),
            rules=ArraySubquery(rules_of(OuterRef("child__municipality"))),
            made=ArraySubquery(made_in(OuterRef("pk"))),
            spoken=spoken_to(OuterRef("child")),
            looked=ArraySubquery(_visits(OuterRef("child"), since).values(row=VISIT)),
        )
        .select_related("holder", "unit", "concern", "closed_by")
        .select_related("offer__to__user", "offer__to__unit", "offer__offered_by")
        .order_by(F("closed_at").desc(nulls_first=True))
    )
    return found


def _known_by(key: UUID) -> User:
    """The person for a rule: the key alone, so that no rule can depend on the rest."""
    return User.from_db(None, ["id"], [key])


@prepared
def _team(log: UUID) -> QuerySet[Participation]:
    return Participation.objects.filter(log=log).for_team()


def _of_family() -> QuerySet[Guardianship, Any]:
    theirs = Guardianship.objects.current().filter(child=OuterRef("child"))
    return theirs.values(told=JSONObject(**{name: F(name) for name in MEMBER}))


def _latest(records: QuerySet[Any], to: str, at: str, names: str) -> Subquery:
    """The newest of them, as its fields by name; None where there is none."""
    told = JSONObject(at=F(at), **{name: F(name) for name in names.split()})
    newest = records.filter(**{to: OuterRef("pk")}).order_by(f"-{at}")
    return Subquery(newest.values(told=told)[:1])


def _several(model: type[Model], to: str, at: str, names: str) -> ArraySubquery:
    told = JSONObject(at=F(at), **{name: F(name) for name in names.split()})
    all_of_them = model._default_manager.filter(**{to: OuterRef("pk")}).order_by(at)
    return ArraySubquery(all_of_them.values(told=told))


def _goals(log: Log, user: User) -> list[Any]:
    """The goals, the open ones first, each with what is done for it as `done`."""
    by_goal: dict[Any, list[Intervention]] = {}
    for one in _interventions(log=log.pk, user=user.pk):
        by_goal.setdefault(one.goal_id, []).append(one)
    found = _goals_of(log=log.pk, user=user.pk)
    for goal in found:
        goal.done = by_goal.get(goal.pk, [])
    return found


def _with_what_belongs(found: Reading) -> None:
    """What is done for a goal that is held back, is held back with it."""
    for goal in found.goals:
        if held := found.shields.get(goal.pk):
            found.shields |= {one.pk: held for one in goal.done}


@prepared
def _goals_of(log: UUID, user: UUID) -> QuerySet[Goal]:
    goals = Goal.objects.filter(log=log).select_related("owner")
    return door.permitted(_known_by(user), goals).order_by(
        F("ended_at").asc(nulls_first=True), "set_at"
    )


@prepared
def _interventions(log: UUID, user: UUID) -> QuerySet[Any]:
    reviewed = _latest(
        Review.objects.all(),
        *("intervention", "reviewed_at", "effect seen decision reviewed_by__name"),
    )
    doing = Intervention.objects.filter(log=log).select_related("owner", "programme")
    found: QuerySet[Any] = (
        door.permitted(_known_by(user), doing)
        .annotate(reviewed=reviewed)
        .order_by(F("ended_at").asc(nulls_first=True), "review_on")
    )
    return found


@prepared
def _consents(child: UUID, now: datetime) -> QuerySet[Consent]:
    """What stands for each service, else the latest question and what was said."""
    answers = Answer.objects.counting().filter(consent=OuterRef("pk"))
    given = Q(ended_at=None, effective_at__isnull=False, expires_at__gt=now)
    stands = ExpressionWrapper(given, BooleanField())
    return (
        Consent.objects.filter(child=child)
        .exclude(ended_how=Ended.REPLACED)
        .select_related("service")
        .annotate(
            said_no=Exists(answers.filter(said=Said.NO)),
            said_yes=Exists(answers.filter(said=Said.YES)),
        )
        .order_by("service", stands.desc(), "-asked_at")
        .distinct("service")
    )


@prepared
def _looked(child: UUID, since: datetime) -> QuerySet[Event, Any]:
    """The same, for a child without a log."""
    return _visits(child, since)


def _visits(child: Any, since: datetime) -> QuerySet[Event, Any]:
    """Who opened the page in the last 30 days: how often, and when last."""
    name = User.objects.filter(pk=OuterRef("actor")).values("name")
    return (
        Event.objects.filter(subject=child, action__in=VISITS, at__gte=since)
        .values("actor")
        .annotate(times=Count("pk"), latest=Max("at"), name=Subquery(name))
        .order_by("-latest")
    )


def _emergency(found: Reading) -> EmergencyAccess | None:
    opened = EmergencyAccess.objects.filter(child=found.child, person=found.user)
    return opened.filter(until__gt=clock.now()).order_by("-until").first()
