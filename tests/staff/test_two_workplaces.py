"""Someone who works in two places says for which, and is offered the right people."""

import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs.models import Log
from laget.organisation.models import Employment, Unit
from laget.rights.models import Report
from tests.cast import STAFF, in_days
from tests.committing import _clear, db  # noqa: F401


@pytest.fixture
def second(holder, school):
    """The holder also works at the school. Work is the owner's to write."""
    job = Employment.objects.using("owner").create(
        user_id=holder.pk, unit_id=school.pk, post="assistent"
    )
    yield job
    _clear()
    job.delete()


def people_in(page):
    return [name for name in ("Per Moe", "Anne Ås") if name in page]


def test_the_people_who_may_join_are_those_of_the_workplace_that_was_chosen(
    as_user, holder, child, second
):
    client, there = as_user(holder), reverse("open-log", args=[child.pk])
    assert people_in(client.get(there).content.decode()) == ["Per Moe"]
    typed = {"employment": second.pk, "level": 1, "next_on": ""}
    again = client.post(there, typed)
    assert again.status_code == 422
    assert people_in(again.content.decode()) == ["Anne Ås"]
    teacher = Employment.objects.get(user__username="teacher")
    day = in_days(30).strftime("%d.%m.%Y")
    client.post(there, typed | {"next_on": day, "invited": [teacher.pk]})
    with acting(holder.pk, STAFF):
        log = Log.objects.get()
        assert log.unit == Unit.objects.get(name="Fjell skole")
        assert log.participations.count() == 2


@pytest.mark.parametrize("chosen", ["second", "nothing"])
def test_a_report_is_written_for_the_workplace_that_was_chosen(
    as_user, holder, child, second, chosen
):
    client, there = as_user(holder), reverse("report-child", args=[child.pk])
    assert "Fjell skole, assistent" in client.get(there).content.decode()
    typed = {"workplace": second.pk} if chosen == "second" else {"workplace": ""}
    assert client.post(there, typed).status_code == 302
    with acting(holder.pk, STAFF):
        unit = Report.objects.get().employment.unit.name
    assert unit == ("Fjell skole" if chosen == "second" else "Lia barnehage")


def test_who_works_in_one_place_is_not_asked(as_user, nurse):
    page = as_user(nurse).get(reverse("report")).content.decode()
    assert "For hvilken arbeidsplass" not in page
