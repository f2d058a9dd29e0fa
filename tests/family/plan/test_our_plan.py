"""What a parent and a young person find on the page about their own plan."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from laget.kernel.acting import Role, acting
from laget.logs import actions
from tests.cast import in_days

STAFF = Role.STAFF
MOST = 15


def text_of(answer):
    assert answer.status_code == 200, answer.content.decode()[:2000]
    said = answer.content.decode()
    assert "!!!" not in said, "every name in the template is known"
    return " ".join(re.sub(r"<[^>]+>", " ", said.split("<main")[1]).split())


@pytest.fixture
def plan(full, nora, as_family):
    def read(user):
        return text_of(as_family(user).get(f"/family/{nora.pk}/"))

    return read


def test_the_family_reads_who_helps_with_what(plan, guardian):
    said = plan(guardian)
    assert "Kari Lund" in said and "pedagogisk leder, Lia barnehage" in said
    assert "Ola Dahl" in said and "helsesykepleier, Helsestasjonen" in said
    assert "Gjør dette: Samtaler med Ola" in said


def test_what_did_not_help_is_said_kindly(plan, guardian):
    said = plan(guardian)
    assert "Frokost på skolen Det hjalp ikke, så vi sluttet med det." in said
    assert "Nora sa Jeg liker ikke å gå tidlig." in said


def test_the_young_person_is_spoken_to(plan, youth):
    said = plan(youth)
    assert "Hvem som hjelper deg" in said
    assert "Du sa Jeg liker ikke å gå tidlig." in said
    assert "Dine egne ord" in said


def test_no_number_stands_for_how_a_child_is_doing(plan, guardian):
    said = plan(guardian)
    assert "Vi har kommet" in said or "Vi er på vei" in said
    assert not re.search(r"\d (av|of) 10\b|→", said)


def test_the_nearest_day_comes_first(plan, guardian):
    said = plan(guardian)
    days = [said.index(words) for words in ("om 3 dager", "om 5 dager", "om 12 dager")]
    assert days == sorted(days)


@pytest.mark.parametrize("who", ["guardian", "youth"])
def test_the_page_is_made_in_few_statements(
    full, nora, as_family, who, request, holder
):
    client, here = as_family(request.getfixturevalue(who)), f"/family/{nora.pk}/"

    def statements():
        with CaptureQueriesContext(connection) as made:
            text_of(client.get(here))
        return len(made)

    before = statements()
    with acting(holder.pk, STAFF):
        for n in range(8):
            goal = actions.set_goal(
                full, text=f"Mål {n}", owner=holder, next_on=in_days(9)
            )
            actions.add_intervention(
                goal,
                text=f"Tiltak {n}",
                how_we_see="Ja",
                owner=holder,
                review_on=in_days(9),
            )
            actions.write_entry(full, text=f"Notat {n}", by=holder)
    assert statements() == before <= MOST


def test_whoever_is_barred_finds_no_plan(full, nora, as_family, barred):
    assert as_family(barred).get(f"/family/{nora.pk}/").status_code == 404


def test_a_visit_is_noted_as_the_familys(full, nora, as_family, guardian, plan, holder):
    from laget.audit.models import Event

    plan(guardian)
    with acting(holder.pk, STAFF):
        visit = Event.objects.get(action="child.read_plan")
    assert (visit.role, visit.actor, visit.object) == ("family", guardian.pk, nora.pk)
