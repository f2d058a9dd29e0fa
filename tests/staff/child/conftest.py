"""A child's page as somebody sees it; and a child about whom much has happened."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from laget.concerns.models import Heard
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import EntryKind
from laget.organisation.models import Employment
from tests import cast

STAFF = Role.STAFF


@pytest.fixture
def look(as_user):
    """Someone opens the child's page, or one region of it."""

    def look(user, child, region=None, **query):
        url = reverse("child", args=[child.pk])
        return as_user(user, region).get(url, query)

    return look


@pytest.fixture
def write(log):
    """Someone on the team writes in the log, so many minutes ago."""

    def write(by, text, *, ago=0, **facts):
        with clock.at(clock.now() - timedelta(minutes=ago)), acting(by.pk, STAFF):
            return logs.write_entry(log, text=text, by=by, **facts)

    return write


@pytest.fixture
def busy(log, child, goal, intervention, holder, nurse, write):
    """A log in which nearly everything has happened."""
    write(nurse, "Nora sov bedre denne uka.")
    write(
        holder,
        "Det er best når jeg vet hvem jeg skal leke med.",
        kind=EntryKind.VOICE,
        heard=Heard.TALK,
    )
    with acting(holder.pk, STAFF):
        cast.review(intervention, holder)
        to = Employment.objects.get(user__username="colleague")
        logs.offer(log, to=to, reason="Jeg går ut i permisjon.", by=holder)
    return log


def settle():
    """What must hold when a transaction ends is asked now; a test has but one."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def text_of(response):
    return response.content.decode()
