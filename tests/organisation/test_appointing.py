"""The owner says whom a municipality trusts; the last in triage is not let go."""

import pytest
from django.core.management import CommandError, call_command

from laget.accounts.models import User
from laget.demonstration.roles import connected_as
from laget.intake.asking import takes_requests
from laget.intake.models import HelpRequest
from laget.kernel import embedded
from laget.organisation.models import Appointment, Municipality
from tests import standing
from tests.intake.requests import asked
from tests.own_database import own_database, role_in


@pytest.fixture(scope="module")
def place(django_db_setup, django_db_blocker):
    """A database of its own with the standing cast, looked at as its owner."""
    with django_db_blocker.unblock(), own_database("appoint") as name:
        standing.build("default")
        yield name


def appoint(*words):
    return call_command("appoint", *words)


def test_somebody_who_works_here_is_appointed_once(place):
    appoint("nurse", "Bygdevik", "administrator")
    appoint("nurse", "bygdevik", "administrator")
    nurse = Appointment.objects.filter(user__username="nurse")
    assert [each.trust for each in nurse] == ["administrator"]


@pytest.mark.parametrize(
    "words",
    [
        ("guardian", "Bygdevik", "triage"),  # works nowhere
        ("nobody", "Bygdevik", "triage"),
        ("nurse", "Ingensted", "triage"),
        ("nurse", "Bygdevik", "king"),
        ("nurse", "Bygdevik", "triage", "--end"),  # was never
    ],
)
def test_what_cannot_be_is_said(place, words):
    with pytest.raises(CommandError):
        appoint(*words)


def test_the_last_in_triage_is_not_ended_while_requests_lie_there(place):
    bygdevik = Municipality.objects.get(name="Bygdevik")
    with connected_as(role_in(place, embedded.APP)):
        asked()
    with pytest.raises(CommandError, match="1 requests"):
        appoint("triage", "Bygdevik", "triage", "--end")
    appoint("nurse", "Bygdevik", "triage")
    appoint("triage", "Bygdevik", "triage", "--end")
    assert takes_requests(bygdevik)
    HelpRequest.objects.update(
        closed_at="2026-01-01T00:00:00Z",
        closed_by=User.objects.get(username="nurse"),
        outcome="no_request",
    )
    appoint("nurse", "Bygdevik", "triage", "--end")
    assert not takes_requests(bygdevik)
