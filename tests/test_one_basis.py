"""What the pages say of who sees a log is what the database lets them see.

`access/seeing.sql` alone decides. The child's page and the day say in words who on the
team no longer sees: these tests hold what they say to what is so.
"""

import pytest

from laget.access import door
from laget.children.models import Child
from laget.consents import actions as consents
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.due import Kind
from laget.staff.child.reading import read
from laget.staff.day.lines import my_day
from tests.cast import STAFF, job_of
from tests.seen import consent_of, sees


@pytest.fixture
def team(log, holder, nurse, adviser, colleague, caseworker):
    """By consent, by the own unit's task, and by a named law."""
    with acting(holder.pk, STAFF):
        actions.invite(log, employment=job_of(colleague))
        actions.invite(log, employment=job_of(caseworker), statute="bvl. § 15-8")
    return [holder, nurse, adviser, colleague, caseworker]


def said_to_see(child, holder):
    """By the child's page, as the holder reads it."""
    with acting(holder.pk, STAFF):
        seen = door.permitted(holder, Child.objects.filter(pk=child.pk)).get()
        found = read(seen, holder)
        return {p.employment.user_id for p in found.current if found.sees(p)}


def said_to_lack_consent(holder):
    """By the holder's day: how many on the team."""
    with acting(holder.pk, STAFF):
        waiting = my_day(holder).waiting
    return sum(line.kind == Kind.CONSENT_MISSING for line in waiting)


@pytest.mark.parametrize("withdrawn", [(), ("nurse",), ("nurse", "adviser")])
def test_the_pages_say_what_is_so(request, team, child, holder, withdrawn):
    with acting(holder.pk, STAFF):
        for name in withdrawn:
            theirs = consent_of(child, request.getfixturevalue(name))
            consents.withdraw(theirs, by=holder)
    so = {user.pk for user in team if sees(user)}

    assert len(so) == len(team) - len(withdrawn)
    assert said_to_see(child, holder) == so
    assert said_to_lack_consent(holder) == len(team) - len(so)
