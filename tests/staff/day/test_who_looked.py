"""The holder sees every visit: who, as what, when, what and why."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import laget
from laget.access.rules import RULES
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.staff.day.looked import PARTS
from tests.cast import STAFF, job_of

NOT_ABOUT_A_CHILD = {"user", "message", "employment", "report"}
NOT_ABOUT_A_CHILD |= {"helprequest", "request"}


def page_of(client, log, query=""):
    address = reverse("who-looked", args=[log.child_id])
    return client.get(address + query).content.decode()


def visit(user, log):
    """As the child's own page does it: look, and leave a line."""
    from laget.audit.models import note

    with acting(user.pk, STAFF):
        note("child.read", log.child)


def test_a_visit_stands_with_name_post_unit_service_and_why(
    as_user, holder, nurse, log
):
    visit(nurse, log)
    page = page_of(as_user(holder), log)
    assert "Ola Dahl" in page
    assert "helsesykepleier, Helsestasjonen (Helsestasjon)" in page
    assert "Med i laget" in page
    assert "barnets side" in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("nurse", 403), ("colleague", 404), ("leader", 404), ("stranger", 404)],
)
def test_the_overview_is_the_holders(as_user, request, log, who, status):
    client = as_user(request.getfixturevalue(who))
    address = reverse("who-looked", args=[log.child_id])
    assert client.get(address).status_code == status


def test_emergency_access_stands_out_with_its_reason(as_user, holder, teacher, log):
    as_user(teacher).post(
        reverse("emergency"),
        {
            "name": "nora sand",
            "born_on": log.child.born_on.strftime("%d.%m.%Y"),
            "reason": "Funnet alene ute i kulda",
        },
    )
    page = page_of(as_user(holder), log)
    assert "Funnet alene ute i kulda" in page
    assert 'data-color="danger"' in page
    assert "Anne Ås" in page


def test_someone_who_was_asked_to_take_over(as_user, holder, colleague, log):
    with acting(holder.pk, STAFF):
        offered = logs.offer(log, to=job_of(colleague), reason="-", by=holder)
    with acting(colleague.pk, STAFF):
        logs.decline(offered)
    assert "Spurt om å ta over" in page_of(as_user(holder), log)


def test_days_are_apart_and_the_latest_comes_first(as_user, holder, nurse, log):
    visit(nurse, log)
    with clock.at(clock.now() + timedelta(days=3)):
        visit(nurse, log)
        page = page_of(as_user(holder), log)
    assert page.count("Ola Dahl") >= 2


def test_everything_that_is_noted_has_words():
    """Every page behind a door, and every deed noted anywhere in the house."""
    nouns = {action.noun for action in RULES if action.is_noted}
    for path in Path(laget.__file__).parent.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "note":
                first = call.args[0]
                if isinstance(first, ast.Constant):
                    nouns.add(first.value.partition(".")[0])
    assert nouns - NOT_ABOUT_A_CHILD <= set(PARTS)


def test_the_cost_is_the_same_for_few_and_for_many(
    as_user, holder, nurse, adviser, log
):
    client = as_user(holder)
    page_of(client, log)
    with CaptureQueriesContext(connection) as few:
        page_of(client, log)
    for days in range(1, 20):
        with clock.at(clock.now() + timedelta(days=days)):
            visit(nurse, log)
            visit(adviser, log)
    with CaptureQueriesContext(connection) as many:
        page_of(client, log)
    asked = [one for one in many if "SAVEPOINT" not in one["sql"]]  # the test's own
    assert len(few) == len(many)
    assert len(asked) <= 15
