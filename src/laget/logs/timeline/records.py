"""What the events of a timeline are about, read in one question to the database.

The database leaves out what the reader may not see; such an event has no line.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import JSONObject

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children.models import Child, Guardianship
from laget.concerns.models import Concern, Conversation
from laget.consents.models import Consent
from laget.forms.models import Filled
from laget.kernel.acting import Role
from laget.kernel.prepared import any_of, prepared
from laget.kernel.protected import ProtectedModel
from laget.logs.models import (
    EmergencyAccess,
    Entry,
    Goal,
    Handover,
    Intervention,
    LevelChange,
    Log,
    Participation,
    Review,
)
from laget.logs.timeline.kinds import AT_HOME, VISITS, About

Told = dict[str, Any]
Records = QuerySet[Any]
FIELDS: dict[About, tuple[type[ProtectedModel], str]] = {
    About.CHILD: (Child, ""),
    About.CONCERN: (Concern, "seen strengths decision reason"),
    About.CONSENT: (Consent, "service__name topics expires_at ended_reason"),
    About.CONVERSATION: (
        Conversation,
        "present said agreed child_view not_told not_told_reason",
    ),
    About.EMERGENCY: (EmergencyAccess, "reason"),
    About.ENTRY: (
        Entry,
        "text kind heard version written_at written_by"
        " recalled_at recall_reason recalled_by__name readers",
    ),
    About.FORM: (Filled, "version__facts__title replaces"),
    About.GOAL: (Goal, "text start now result result_text"),
    About.GUARDIAN: (Guardianship, "name"),
    About.HANDOVER: (
        Handover,
        "to__user__name to__unit__name reason must_know answer",
    ),
    About.INTERVENTION: (Intervention, "text how_we_see owner__name done_by"),
    About.LEVEL: (
        LevelChange,
        "to_level tried how_it_went child_view best_interests",
    ),
    About.LOG: (Log, "closed_why closed_text follows_on unit__name"),
    About.PARTICIPATION: (
        Participation,
        "employment__user__name employment__post employment__unit__name statute",
    ),
    About.REVIEW: (
        Review,
        "intervention intervention__text effect seen child_view guardians_view"
        " decision next_on",
    ),
}


def records(keys: dict[About, set[UUID]]) -> dict[UUID, Told]:
    """Each record that the reader may see, as its fields by name."""
    some = {about.value: list(keys[about]) for about in About if keys.get(about)}
    return dict(_all_of(**some)) if some else {}


@prepared
def _all_of(**keys: list[UUID]) -> Records:
    first, *rest = [_part(About(about), some) for about, some in keys.items()]
    return first.union(*rest, all=True) if rest else first


def _part(about: About, keys: list[UUID]) -> Records:
    model, names = FIELDS[about]
    found: Records = model._default_manager.filter(any_of("pk", keys))
    if model is Entry:
        recalled = When(recalled_at__isnull=False, then=ArraySubquery(_readers()))
        found = found.annotate(readers=Case(recalled, default=None))
    told = JSONObject(**{name: F(name) for name in names.split()})
    pairs: Records = found.annotate(fields_told=told).order_by()
    pairs = pairs.values_list("pk", "fields_told")
    return pairs


def _readers() -> QuerySet[Event, Any]:
    """Who opened the page while the words of a recalled entry still stood on it."""
    return who_opened(
        OuterRef("log__child"),
        since=OuterRef("written_at"),
        until=OuterRef("recalled_at"),
        but=OuterRef("written_by"),
    )


def who_opened(child: Any, *, since: Any, until: Any, but: Any) -> QuerySet[Event, Any]:
    """The names of those who read the child's page between two moments.

    Whoever is only asked to take over opens a page without what is written: they count
    from when they are on the team.
    """
    name = User.objects.filter(pk=OuterRef("actor")).values("name")
    visits = Event.objects.filter(
        subject=child, action__in=(*VISITS, *AT_HOME), at__gte=since, at__lte=until
    )
    read = visits.filter(Q(role=Role.FAMILY) | _was_on_team() | _had_emergency())
    named = read.exclude(actor=but).annotate(name=Subquery(name))
    return named.order_by("name").values_list("name", flat=True).distinct()


def who_read_at_home(child: UUID, since: datetime) -> QuerySet[Event, Any]:
    """The names of those in the family who have opened their pages since then."""
    name = User.objects.filter(pk=OuterRef("actor")).values("name")
    visits = Event.objects.filter(subject=child, role=Role.FAMILY, at__gte=since)
    named = visits.filter(action__in=AT_HOME).annotate(name=Subquery(name))
    return named.order_by("name").values_list("name", flat=True).distinct()


def _was_on_team() -> Q:
    """Whoever looked had joined a log about the child by then."""
    joined = Participation.objects.filter(
        log__child=OuterRef("subject"),
        employment__user=OuterRef("actor"),
        joined_at__lte=OuterRef("at"),
    )
    return Q(Exists(joined))


def _had_emergency() -> Q:
    """Whoever looked had opened emergency access to the child by then."""
    opened = EmergencyAccess.objects.filter(
        child=OuterRef("subject"),
        person=OuterRef("actor"),
        opened_at__lte=OuterRef("at"),
    )
    return Q(Exists(opened))
