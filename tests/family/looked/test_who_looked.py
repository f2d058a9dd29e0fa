"""The family sees who has looked, and nobody's secrets by it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.audit.models import note
from laget.children import actions as children
from laget.children.models import Child, Guardianship, ShieldedBecause
from laget.family.looked.words import in_words
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs import told
from laget.logs.visits import visits
from tests.cast import STAFF, in_days
from tests.family import FAMILY


def address(child, query=""):
    return reverse("who-looked-at-us", args=[child.pk]) + query


def page_of(client, child, query=""):
    answer = client.get(address(child, query))
    assert answer.status_code == 200
    return answer.content.decode()


def look(user, log, action="child.read", object=None, role=STAFF):
    with acting(user.pk, role):
        note(action, log.child, object=object)


def test_name_work_what_and_why_in_plain_words(as_family, guardian, noras_log, nurse):
    look(nurse, noras_log)
    page = page_of(as_family(guardian), noras_log.child)
    assert "Ola Dahl" in page
    assert "helsesykepleier, Helsestasjonen (Helsestasjon)" in page
    assert "De hjelper: de er med i laget." in page


def test_where_the_municipality_names_no_one_the_post_stands_alone(
    guardian, noras_log, nurse
):
    look(nurse, noras_log)
    with acting(guardian.pk, FAMILY):
        child = Child.objects.select_related("municipality").get(pk=noras_log.child_id)
        child.municipality.names_visitors = False
        rows = told.everything(child, guardian)
        shown = [in_words(v, child, guardian) for v in visits(child, rows)]
    assert "Ola Dahl" not in {each.who for each in shown}
    assert "helsesykepleier" in {each.who for each in shown}


def test_emergency_access_stands_out_and_its_reason_is_not_told(
    as_family, as_user, guardian, noras_log, teacher
):
    child = noras_log.child
    as_user(teacher).post(
        reverse("emergency"),
        {
            "name": "nora sand",
            "born_on": child.born_on.strftime("%d.%m.%Y"),
            "reason": "Funnet alene ute i kulda",
        },
    )
    page = page_of(as_family(guardian), child)
    assert "Anne Ås" in page and 'data-color="danger"' in page
    assert "kulda" not in page


def test_one_sees_ones_own_visits_and_not_those_of_the_others_at_home(
    as_family, guardian, father, youth, noras_log
):
    child = noras_log.child
    for person in (father, youth):
        as_family(person).get(address(child))
    mother = as_family(guardian)
    mother.get(address(child))
    page = page_of(mother, child)
    assert page.count('<b dir="auto">Du</b>') == 1
    assert "Ivar Sand" not in page and "En foresatt" not in page


def test_the_young_person_sees_that_a_guardian_was_there_and_not_when(
    as_family, guardian, youth, noras_log
):
    child = noras_log.child
    as_family(guardian).get(address(child))
    page = page_of(as_family(youth), child)
    row = page.split("En foresatt")[1].split("</li>")[0]
    assert "Maria Sand" not in page
    assert '<small class="num">' not in row


def test_what_is_held_back_leaves_no_trace(as_family, father, holder, noras_log):
    child = noras_log.child
    with acting(holder.pk, STAFF):
        entry = logs.write_entry(noras_log, text="I fortrolighet", by=holder)
        father_of = Guardianship.objects.get(child=child, user=father)
        children.shield(
            entry, child, from_=father_of, because=ShieldedBecause.SAFETY, by=holder
        )
    page = page_of(as_family(father), child)
    assert "notater" not in page


def test_what_hangs_on_something_held_back_leaves_none_either(
    as_family, guardian, holder, noras_log
):
    child = noras_log.child
    with acting(holder.pk, STAFF):
        goal = logs.set_goal(
            noras_log, text="Trygg", owner=holder, next_on=in_days(60), start=3
        )
        children.shield(goal, child, because=ShieldedBecause.SAFETY, by=holder)
        logs.add_intervention(
            goal,
            text="Egen samtale",
            how_we_see="-",
            owner=holder,
            review_on=in_days(30),
        )
    page = page_of(as_family(guardian), child)
    assert "mål" not in page.split("<main")[1].split("</main>")[0]
    assert "det vi gjør" not in page


@pytest.mark.parametrize("noun", ["thread", "voice", "meeting", "filled"])
def test_a_record_that_is_not_theirs_to_see_is_not_told_of(
    as_family, guardian, holder, noras_log, noun
):
    look(holder, noras_log, f"{noun}.read", object=uuid4())
    with acting(guardian.pk, FAMILY):
        actions = {line.action for line in told.told(noras_log.child, guardian)}
    assert f"{noun}.read" not in actions


@pytest.mark.parametrize("who", ["barred", "stranger", "doctor"])
def test_others_find_nothing(as_family, request, noras_log, who):
    client = as_family(request.getfixturevalue(who))
    assert client.get(address(noras_log.child)).status_code == 404


def test_earlier_visits_come_a_page_at_a_time(as_family, guardian, noras_log, nurse):
    child, now = noras_log.child, clock.now()
    for days in range(70):
        with clock.at(now + timedelta(days=days)):
            look(nurse, noras_log)
    with clock.at(now + timedelta(days=70)):
        client, seen, query = as_family(guardian), [], ""
        while query is not None:
            page = page_of(client, child, query)
            seen += [p.split("</h2>")[0] for p in page.split("<header><h2>")[1:]]
            older = page.split('rel="next" href="')
            query = older[1].split('"')[0].replace("&amp;", "&") if older[1:] else None
    assert len(seen) == len(set(seen)) == 70


def test_a_page_that_is_open_says_when_there_is_more_and_nothing_else(
    as_family, guardian, noras_log, nurse
):
    child, client = noras_log.child, as_family(guardian)
    where = reverse("anyone-looked-since", args=[child.pk])
    since = {"since": clock.now().isoformat()}
    quiet = {"X-Background": "1", "HX-Request": "true"}
    assert client.get(where, since, headers=quiet).status_code == 204
    look(nurse, noras_log)
    answer = client.get(where, since, headers=quiet)
    assert "Noen har vært her" in answer.content.decode()
    assert "Ola Dahl" not in answer.content.decode()


@pytest.mark.parametrize("typed", ["", "x", "2026-13-45", "2026-11-22T10:00:00"])
def test_a_place_to_begin_that_is_none_is_the_newest(
    as_family, guardian, noras_log, typed
):
    assert page_of(as_family(guardian), noras_log.child, f"?before={typed}")


def test_the_cost_is_the_same_for_few_and_for_many(
    as_family, guardian, noras_log, nurse, holder
):
    client, child = as_family(guardian), noras_log.child
    page_of(client, child)
    with CaptureQueriesContext(connection) as few:
        page_of(client, child)
    for days in range(1, 20):
        with clock.at(clock.now() + timedelta(days=days)):
            look(nurse, noras_log)
            look(holder, noras_log)
    with clock.at(clock.now() + timedelta(days=20)):
        client = as_family(guardian)
        page_of(client, child)
        with CaptureQueriesContext(connection) as many:
            page_of(client, child)
    asked = [one["sql"] for one in many if "SAVEPOINT" not in one["sql"]]
    assert len(few) == len(many)
    assert len(asked) <= 15, [sql[:110] for sql in asked]
