"""A meeting about Nora: her mother, she herself, the holder and the nurse are asked.

Her father is not. The doctor has a link to a guest's chair, and has not used it.
"""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from laget.children.models import Guardianship
from laget.forms.models import Filled, Kind, Part
from laget.forms.reading import Asked
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.meetings import actions
from laget.meetings.models import Invitation
from tests.cast import job_of

STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST
WHY = "Hvordan hun har det i friminuttene"
PLACE = "Møterom Fjellstua"


@contextmanager
def refused(rule):
    """By the database, in the name of this rule; the rest of the test goes on."""
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        yield


def in_a_week(hours=0):
    begin = clock.now() + timedelta(days=7, hours=hours)
    return begin.replace(minute=0, second=0, microsecond=0)


def guardianship(child, user):
    """Run it as somebody who sees it."""
    return Guardianship.objects.get(child=child, user=user)


def call(log, by, **asked):
    """Run it as one of the team."""
    told = {"starts_at": in_a_week(), "ends_at": in_a_week(1), "why": WHY}
    told |= {"place": PLACE} | ({} if "team" in asked else {"team": [job_of(by)]})
    return actions.call(log, **(told | asked), by=by)


def invitation_of(meeting, user=None, job=None):
    """Of a guardian, of somebody at work, or the young person's own."""
    asked = Invitation.objects.filter(meeting=meeting)
    return asked.get(guardian__user=user, employment__user=job)


@pytest.fixture
def meeting(noras_log, nora, holder, nurse, guardian):
    with acting(holder.pk, STAFF):
        return call(
            noras_log,
            holder,
            guardians=[guardianship(nora, guardian)],
            team=[job_of(holder), job_of(nurse)],
            child=True,
        )


@pytest.fixture
def link(meeting, noras_log, holder):
    """To the doctor's chair in the meeting."""
    with acting(holder.pk, STAFF):
        _seat, link = give(noras_log, holder, meeting=meeting)
    return link


def give(log, by, **told):
    known = {"name": "Hanne Bru", "part": "fastlege"}
    known |= {"until": clock.now() + timedelta(days=8)}
    return actions.give_seat(log, **(known | told), by=by)


def finished(log, child, by, readers=("family", "team"), said=()):
    """A form of the log that is finished. `said` is one answer for each reader."""
    version = child.municipality.form_templates.first().versions.first()
    facts = {"version": version, "child": child, "place": log.pk, "written_by": by}
    filled = Filled.objects.create(**facts, seen_with=by.pk)
    for each in readers:
        answers = _answers(version, dict(said).get(each))
        mine = {"readers": each, "seen_with": by.pk, "answers": answers}
        Part.objects.create(filled=filled, **mine)
    filled.parts.update(seen_with=log.pk)
    Filled.objects.filter(pk=filled.pk).update(
        seen_with=log.pk, finished_at=clock.now()
    )
    filled.refresh_from_db()
    return filled


def _answers(version, words):
    """The words as the answer to a question that asks for some."""
    asked = next(q for q in Asked.by(version) if q.kind in (Kind.TEXT, Kind.LONG))
    return {asked.section: {asked.key: words}} if words else {}
