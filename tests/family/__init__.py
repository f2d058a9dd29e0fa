"""A family with a page of its own: two guardians, a young person, and who must not see.

Nora is 14: her mother and her father decide together, she has her own page, and Jon is
barred from contact. The holder holds her log; the nurse takes part by consent.
"""

from datetime import date

import pytest
from django.test import Client

from laget.accounts.models import User
from laget.children import actions as children
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from tests.cast import make_child, make_log

STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST


def log_in(client: Client, user: User, *, level: str = "high", ago: int = 0) -> Client:
    """As a private person, `ago` seconds since they said who they are."""
    client.force_login(user)
    session = client.session
    session["kind"], session["level"] = "person", level
    session["auth_time"] = int(clock.now().timestamp()) - ago
    session.save()
    return client


@pytest.fixture
def as_family():
    """A client of somebody who has logged in as a private person."""

    def client(user, *, region=None, level="high", ago=0):
        htmx = {"HX-Request": "true", "HX-Target": region} if region else {}
        return log_in(Client(headers=htmx), user, level=level, ago=ago)

    return client


@pytest.fixture
def as_guest(as_family):
    """The same session: a guest is a private person who has been given a chair."""
    return as_family


@pytest.fixture
def nora(holder, guardian, father, barred, youth, bygdevik, kindergarten):
    """Fourteen, with both guardians, an account, and one who is barred from contact."""
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder,
            municipality=bygdevik,
            unit=kindergarten,
            born_on=date(clock.today().year - 14, 1, 15),
            guardians=[guardian, father],
            account=youth,
        )
        children.add_guardian(
            child, name=barred.name, user=barred, custody=False, barred=True
        )
    return child


@pytest.fixture
def noras_log(nora, holder, nurse):
    """Her shared log: held in her own unit, the nurse on the team by consent."""
    with acting(holder.pk, STAFF):
        return make_log(nora, holder, nurse)
