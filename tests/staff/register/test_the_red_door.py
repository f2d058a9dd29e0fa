"""The red door: always open, one's own, and told to nobody by the system."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from laget.audit.models import Event
from laget.children.models import Child
from laget.kernel.acting import acting
from laget.messaging.models import Message
from laget.rights.models import Report
from tests.cast import STAFF, make_log
from tests.staff.register.doing import begin, send, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["write-report", "send-report", "print-report"])
@pytest.mark.parametrize(
    "who", ["leader", "nurse", "adviser", "colleague", "stranger", "guardian"]
)
def test_nobody_but_the_writer_sees_a_report(
    request, as_user, holder, nurse, adviser, child, report, name, who
):
    with acting(holder.pk, STAFF):
        make_log(Child.objects.get(), holder, nurse, adviser)
    client = as_user(request.getfixturevalue(who))

    assert client.get(reverse(name, args=[report.pk])).status_code == 404
    assert as_user(holder).get(reverse(name, args=[report.pk])).status_code == 200
    assert Client().get(reverse(name, args=[report.pk])).status_code == 302


def test_that_somebody_reports_is_told_to_nobody(as_user, holder, nurse, log):
    """Neither the team, nor later the family, reads it out of who has looked."""
    with acting(nurse.pk, STAFF):
        before = Event.objects.filter(action="child.read").count()
    client = as_user(holder)
    client.get(reverse("report-child", args=[log.child_id]))
    begin(client, "report-child", log.child_id)
    with acting(holder.pk, STAFF):
        report = Report.objects.get()
        assert Event.objects.filter(action="report.started").exists()
    write(client, report)
    send(client, report)
    client.get(reverse("print-report", args=[report.pk]))

    with acting(nurse.pk, STAFF):
        seen = Event.objects.values_list("action", flat=True)
        assert not [action for action in seen if "report" in action]
        assert seen.filter(action="child.read").count() == before + 1
        assert not Event.objects.filter(object=report.pk).exists()
    with acting(nurse.pk, STAFF):
        assert not Message.objects.filter(template__contains="report").exists()


@pytest.mark.parametrize(
    "who", ["holder", "nurse", "adviser", "colleague", "leader", "teacher", "stranger"]
)
def test_the_door_is_open_to_all_who_work(request, as_user, who):
    user = request.getfixturevalue(who)

    assert as_user(user).get("/report/").status_code == 200
    assert as_user(user).get(begin(as_user(user))).status_code == 200


def test_the_door_of_a_child_is_for_those_who_see_the_child(
    request, as_user, log, child
):
    place = reverse("report-child", args=[child.pk])
    for who, status in {
        "holder": 200,
        "nurse": 200,
        "colleague": 404,
        "leader": 404,
        "stranger": 404,
        "guardian": 404,
    }.items():
        user = request.getfixturevalue(who)
        assert as_user(user).get(place).status_code == status, who
    assert (
        as_user(request.getfixturevalue("guardian")).get("/report/").status_code == 403
    )


def test_the_door_of_a_concern_is_its_owners(as_user, holder, colleague, concern):
    place = reverse("report-concern", args=[concern.pk])

    assert as_user(holder).get(place).status_code == 200
    assert as_user(colleague).get(place).status_code == 404


def test_a_withdrawn_consent_or_a_closed_case_shuts_no_door(as_user, adviser):
    """Who has lost sight of a child reports about it all the same, by its name."""
    place = begin(as_user(adviser))

    assert as_user(adviser).get(place).status_code == 200


def test_a_form_sent_twice_begins_one_report(as_user, holder):
    typed = {"once": str(uuid4())}
    for _ in range(2):
        as_user(holder).post("/report/", typed)

    with acting(holder.pk, STAFF):
        assert Report.objects.count() == 1


def test_my_reports_cost_the_same_however_many(
    as_user, holder, child, django_assert_max_num_queries
):
    client, counts = as_user(holder), []
    for _ in range(2):
        begin(client, "report-child", child.pk)
        begin(client)
        with django_assert_max_num_queries(15) as found:
            client.get("/report/")
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_writing_costs_few_statements(
    as_user, holder, report, django_assert_max_num_queries
):
    client = as_user(holder)
    for name in ("write-report", "send-report", "print-report"):
        with django_assert_max_num_queries(15):
            client.get(reverse(name, args=[report.pk]))
