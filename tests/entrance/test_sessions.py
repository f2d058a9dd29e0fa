"""How long one is logged in: to the second, by the database's clock."""

from datetime import timedelta

import pytest
from django.test import Client

from laget.accounts.models import Session
from laget.accounts.sessions import hashed
from laget.kernel import clock

pytestmark = pytest.mark.django_db
IDLE, FAMILY, STAFF = 30 * 60, 120 * 60, 8 * 60 * 60
PAGE = "/sessions/"


@pytest.fixture
def begun():
    """A moment that everything in a test is counted from."""
    return clock.now()


def is_in(client, begun, seconds, **headers):
    with clock.at(begun + timedelta(seconds=seconds)):
        return client.get(PAGE, headers=headers).status_code == 200


def logged_in(user, begun, kind):
    client = Client()
    with clock.at(begun):
        client.force_login(user)
        session = client.session
        session["kind"] = kind
        session.save()
    return client


def row_of(client):
    return Session.objects.get(key=hashed(client.cookies["session"].value))


@pytest.mark.parametrize("kind", ["staff", "person"])
def test_half_an_hour_without_use_ends_it(begun, holder, kind):
    assert is_in(logged_in(holder, begun, kind), begun, IDLE)
    assert not is_in(logged_in(holder, begun, kind), begun, IDLE + 1)


@pytest.mark.parametrize("kind", ["staff", "person"])
def test_use_gives_another_half_hour_exact_to_five_seconds(begun, holder, kind):
    client = logged_in(holder, begun, kind)
    for seconds in (1000, 1002, 1004):  # not written each time
        assert is_in(client, begun, seconds)

    with clock.at(begun + timedelta(seconds=1004)):
        last = Session.objects.get(user=holder, ended_at=None).last_used_at
    assert 0 <= (begun + timedelta(seconds=1004) - last).total_seconds() < 5
    assert is_in(client, begun, 1000 + IDLE)


@pytest.mark.parametrize(("kind", "longest"), [("person", FAMILY), ("staff", STAFF)])
def test_there_is_an_end_however_much_one_does(begun, holder, kind, longest):
    client = logged_in(holder, begun, kind)
    for seconds in range(0, longest, 20 * 60):
        assert is_in(client, begun, seconds)

    assert is_in(client, begun, longest)
    assert not is_in(client, begun, longest + 1)


def test_a_page_that_asks_by_itself_is_no_sign_of_life(begun, holder):
    client = logged_in(holder, begun, "person")
    for seconds in range(60, IDLE, 60):
        assert is_in(client, begun, seconds, **{"X-Background": "1"})

    assert not is_in(client, begun, IDLE + 1)


@pytest.mark.parametrize(
    ("asked", "idle", "longest"), [(60, 60, STAFF), (10**9, IDLE, STAFF)]
)
def test_a_municipality_may_make_it_shorter_and_never_longer(
    begun, holder, asked, idle, longest
):
    client = logged_in(holder, begun, "staff")
    session = client.session
    session["idle"], session["longest"] = asked, 10**9
    session.save()

    row = Session.objects.get(user=holder, ended_at=None)
    assert (row.idle, row.longest) == (idle, longest)
    assert not is_in(client, begun, idle + 1)


def test_how_much_is_left_is_told_and_asking_does_not_add_to_it(begun, holder):
    client = logged_in(holder, begun, "person")
    asking = {"X-Background": "1"}
    with clock.at(begun + timedelta(seconds=600)):
        assert client.get("/session/", headers=asking).json() == {
            "left": IDLE - 600,
            "last": False,
        }
        assert client.post("/session/").json()["left"] == IDLE
        assert client.get("/session/", headers=asking).json()["left"] == IDLE


def test_near_the_end_it_is_said_that_nothing_helps(begun, holder):
    client = logged_in(holder, begun, "person")
    for seconds in range(0, FAMILY, 20 * 60):
        is_in(client, begun, seconds)
    with clock.at(begun + timedelta(seconds=FAMILY - 100)):
        assert client.post("/session/").json() == {"left": 100, "last": True}


def test_nothing_is_left_for_who_is_not_logged_in(client):
    assert client.get("/session/").json() == {"left": 0, "last": False}


def test_the_page_knows_when_it_ends(begun, holder):
    client = logged_in(holder, begun, "staff")
    with clock.at(begun):
        page = client.get(PAGE).text
    assert f'data-left="{IDLE}"' in page
    assert 'action="/session/"' in page


def test_a_request_costs_one_statement_for_its_session(
    begun, holder, django_assert_num_queries
):
    client = logged_in(holder, begun, "staff")
    with clock.at(begun), django_assert_num_queries(2):  # and one for the person
        client.get("/session/", headers={"X-Background": "1"})


@pytest.mark.parametrize("kind", ["staff", "person"])
def test_a_person_sees_and_ends_their_own(begun, holder, colleague, kind):
    here, there = (logged_in(holder, begun, kind) for _ in range(2))
    logged_in(colleague, begun, "staff")
    with clock.at(begun):
        page = here.get(PAGE).text
        assert page.count("Ukjent enhet") == 2
        assert page.count("Du er her") == 1
        key = row_of(there).pk

        here.post(PAGE, {"session": str(key)})

        assert is_in(here, begun, 0) and not is_in(there, begun, 0)


def test_nobody_ends_somebody_elses(begun, holder, colleague):
    mine, theirs = (
        logged_in(holder, begun, "staff"),
        logged_in(colleague, begun, "staff"),
    )
    key = Session.objects.get(user=colleague, ended_at=None).pk

    for which in (str(key), "others", "x", ""):
        assert mine.post(PAGE, {"session": which}).status_code == 302

    assert is_in(theirs, begun, 0)


def test_all_the_others_end_at_once(begun, holder):
    here, *there = (logged_in(holder, begun, "staff") for _ in range(3))
    with clock.at(begun):
        here.post(PAGE, {"session": "others"})
    assert is_in(here, begun, 0)
    assert not any(is_in(each, begun, 0) for each in there)


def test_a_browser_is_named_shortly(begun, holder):
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Safari/604.1"
    client = Client(headers={"User-Agent": agent})
    client.get("/login/")
    from laget.accounts import devices

    assert devices.label(agent) == "Safari, iPhone"
    assert devices.label("") == ""


def test_a_session_made_for_another_row_cannot_be_read(begun, holder, colleague):
    """What one session holds, copied into another's row, opens nothing there."""
    logged_in(holder, begun, "staff")
    client = logged_in(colleague, begun, "staff")
    stolen = Session.objects.get(user=holder, ended_at=None).data
    Session.objects.filter(user=colleague, ended_at=None).update(data=stolen)

    assert not is_in(client, begun, 0)
