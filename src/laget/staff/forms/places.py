"""What a form belongs to: a concern, or a log; whose form, and in whose work."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.concerns.models import Concern
from laget.forms.models import Filled, Purpose
from laget.logs.models import Log
from laget.organisation.models import Employment, Municipality
from laget.staff.worry.guidance import municipality_of
from laget.web.templatetags.words import day

BEFORE_A_LOG = (
    *(Purpose.CONCERN, Purpose.CONVERSATION, Purpose.OBSERVATION, Purpose.VOICE),
    *(Purpose.CONSENT, Purpose.MINUTES, Purpose.OTHER),
)
IN_A_LOG = (
    *(Purpose.MINUTES, Purpose.EVALUATION, Purpose.VOICE, Purpose.CONSENT),
    *(Purpose.CONVERSATION, Purpose.OBSERVATION, Purpose.CLOSING, Purpose.OTHER),
)


@dataclass(frozen=True)
class Place:
    """The concern or log, as the pages about its forms need it."""

    key: UUID
    name: str
    url: str
    forms_url: str
    purposes: tuple[Purpose, ...]
    municipality: Municipality
    child: Child | None = None
    by: Employment | None = None


def of_concern(concern: Concern) -> Place:
    return Place(
        key=concern.pk,
        name=_("Concern from %(day)s") % {"day": day(concern.opened_at)},
        url=reverse("concern", args=[concern.pk]),
        forms_url=reverse("forms-of-concern", args=[concern.pk]),
        purposes=BEFORE_A_LOG,
        municipality=municipality_of(concern),
        child=concern.child,
        by=concern.employment,
    )


def of_log(log: Log, user: User) -> Place:
    """The person's own work on the team is what they fill in forms by."""
    taking_part = log.participations.current().filter(employment__user=user)
    part = taking_part.select_related("employment__user").first()
    return Place(
        key=log.pk,
        name=log.child.name,
        url=reverse("child", args=[log.child_id]),
        forms_url=reverse("forms-of-log", args=[log.pk]),
        purposes=IN_A_LOG,
        municipality=log.child.municipality,
        child=log.child,
        by=part.employment if part else None,
    )


def of_filled(filled: Filled, user: User) -> Place | None:
    """None where the writer no longer sees what the draft belongs to."""
    logs = Log.objects.select_related("child__municipality")
    if log := logs.filter(pk=filled.place).first():
        return of_log(log, user)
    concerns = Concern.objects.select_related(
        "child__municipality",
        "employment__unit__municipality",
        "employment__unit__service__host",
    )
    concern = concerns.filter(pk=filled.place).first()
    return of_concern(concern) if concern else None
