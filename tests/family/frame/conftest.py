from datetime import date
from uuid import uuid4

import pytest

from laget.children.models import Child
from laget.consents import actions as consents
from laget.inquiries import actions as inquiries
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.meetings import actions as meetings
from laget.organisation.models import Service
from laget.threads import actions as threads
from laget.threads.people import of_the_family
from laget.voices import actions as voices
from tests.family.plan.conftest import fill
from tests.meetings.made import call, give, guardianship

STAFF, FAMILY = Role.STAFF, Role.FAMILY


@pytest.fixture
def as_person(as_family):
    """A client that is logged in as a person, who has chosen a language."""

    def client(user, language="nb"):
        user.language = language
        user.save(update_fields=["language"])
        return as_family(user)

    return client


@pytest.fixture
def eventful(nora, noras_log, holder, nurse, guardian, youth):
    """Something of every kind has happened: no page of the family's is empty."""
    with acting(holder.pk, STAFF):
        noras_log.refresh_from_db()
        fill(noras_log, holder, nurse)
        _ask_consent(nora, holder)
        meeting = _meet(noras_log, nora, holder, guardian)
        _, link = give(noras_log, holder, meeting=meeting)
    with acting(youth.pk, FAMILY):
        _speak(Child.objects.get(pk=nora.pk), youth)
    with acting(guardian.pk, FAMILY):
        _write(noras_log, guardian)
        _wonder(Child.objects.get(pk=nora.pk), holder, guardian)
    return link


def _ask_consent(child, by):
    consents.ask(
        Child.objects.get(pk=child.pk),
        service=Service.objects.get(name="PPT"),
        topics="Lek og språk",
        limits="Ikke om bestemor",
        expires_at=clock.now() + (date(2027, 6, 1) - date(2027, 1, 1)),
        by=by,
    )


def _meet(log, child, holder, guardian):
    asked = [guardianship(child, guardian)]
    meeting = call(log, holder, guardians=asked, child=True)
    meetings.put_on_agenda(meeting, text="Friminuttene", by=holder)
    minutes = meetings.write_minutes(meeting, text="Vi ble enige.", version=0, by=holder)
    meetings.share_minutes(minutes, by=holder)
    return meeting


def _speak(child, by):
    draft = voices.begin(child, by=by)
    told = {"say": "Jeg vil ha ro.", "areas": {}, "helped_by": "Mamma"}
    voices.write(draft, version=draft.version, **told)
    voices.share(draft, open_to_guardians=True, by=by)


def _write(log, by):
    log.refresh_from_db()
    mine = [one for one in of_the_family(log.child) if one.name == by.name]
    threads.start(
        log, subject="Søvn", text="Hun sover.", family=mine, by=by, as_family=True
    )


def _wonder(child, about, by):
    inquiries.wonder(child, day=clock.today(), person=about.pk, text="Hvorfor?", by=by)
    inquiries.ask_correction(child, record=child.pk or uuid4(), text="Feil.", by=by)
