"""A municipality unlike the five comes in as a folder, and works from door to door."""

import pytest
from django.test import Client

from laget.accounts.models import User
from laget.demonstration.roles import connected_as
from laget.forms.models import Kind
from laget.kernel import embedded
from laget.organisation.models import (
    Appointment,
    Employment,
    Municipality,
    Team,
    TeamMember,
    Trust,
    Unit,
)
from laget.organisation.profile.checking import check_folders
from laget.organisation.profile.loading import load_folders
from tests.english import english_left
from tests.main_job import steps, vinterdal
from tests.main_job.paper import OnPaper
from tests.main_job.places import Place, own_words
from tests.main_job.sheet import Sheet
from tests.own_database import own_database, role_in
from tests.public.place.test_pages import address, addresses

TEACHER, OTHER = "Liv Skrent", "Odd Ur"
ADVISER, TRIAGE = "Eli Bre", "Per Ås"
PEOPLE = {
    TEACHER: ("Fjellvegg skole", "Lærer"),
    OTHER: ("Fjellvegg skole", "Rektor"),
    ADVISER: ("Barnevernkontoret på Stormo", "Kontaktperson"),
    TRIAGE: ("Hyttekontoret", "Vert"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return vinterdal.write(tmp_path_factory.mktemp("sixth"))


@pytest.fixture(scope="module")
def place(folder):
    return Place(
        slug="vinterdal",
        language="nb",
        worried=TEACHER,
        team="Taulaget på fjellet",
        adviser=ADVISER,
        service="Barnevernet i fjellregionen",
        helper=ADVISER,
        next_holder=OTHER,
        early_form="rynkebok",
        late_form="rynkebok",
        beside=folder.parent,
    )


@pytest.fixture(scope="module")
def works(folder, django_db_setup, django_db_blocker):
    """The folder is loaded, and people begin to work there."""
    with django_db_blocker.unblock(), own_database("vinterdal") as name:
        load_folders([folder])
        _people()
        with connected_as(role_in(name, embedded.APP)):
            yield


def _people():
    place = Municipality.objects.get(slug="vinterdal")
    for name, (unit, post) in PEOPLE.items():
        Employment.objects.create(
            user=User.objects.add(name.replace(" ", "."), name),
            unit=Unit.objects.get(name=unit),
            post=post,
        )
    TeamMember.objects.create(
        team=Team.objects.get(municipality=place),
        employment=Employment.objects.get(user__name=ADVISER),
    )
    host = User.objects.get(name=TRIAGE)
    Appointment.objects.create(user=host, municipality=place, trust=Trust.TRIAGE)


@pytest.fixture(scope="module")
def done(place, works):
    """The whole job, by its own guide and forms."""
    you = OnPaper(place.language)
    job = steps.Job(you, place)
    for step in steps.ALL:
        step(job)
    return you


def test_nothing_is_wrong_with_its_folder(folder):
    assert [str(fault) for fault in check_folders([folder])] == []


def test_its_form_asks_in_every_way_there_is():
    assert set(vinterdal.KINDS) == set(Kind.values)


def test_the_main_job_is_done_in_its_own_phases_steps_and_words(place, done):
    everything = " ".join(text for _, text in done.read)

    for degree in (0, 1, 2):
        assert place.level(degree) in everything
    for verb in ("share", "ask_team", "talk_with_guardians", "decide", "agree_goals"):
        assert any(title in everything for title in place.steps(verb)), verb
    for question in vinterdal.KINDS.values():
        assert question in everything
    assert done.english == set()


def test_no_word_of_the_five_is_said_there(place, done):
    everything = " ".join(text for _, text in done.read)

    assert "Kvinesdal" not in everything
    assert "Samhandlingstrappa" not in everything
    assert "Fjellstien" in own_words(place)


def test_the_neighbour_who_hosts_its_child_welfare_is_named_and_has_no_pages(works):
    host = Municipality.objects.get(name="Stormo")

    assert not host.is_in_use
    services = Client().get("/vinterdal/services/").content.decode()
    assert "Barnevernet i fjellregionen" in services
    assert "Stormo" in services
    assert Client().get("/stormo/").status_code == 404


def test_its_public_pages_open_in_its_own_words(works):
    here = Municipality.objects.get(slug="vinterdal")
    everything = ""
    for path in [*addresses(here), address("ask-for-help", here)]:
        page = Client().get(path)
        sheet = Sheet(page.content.decode())
        assert page.status_code == 200, path
        assert english_left("nb", sheet.pieces) == set(), path
        everything += sheet.text
    for words in ("Ryggsekken", "Skiskolen for alle", "Hytta", "Taulaget"):
        assert words in everything


def test_who_asks_for_help_there_is_heard_by_its_own_people(works):
    visitor = OnPaper("nb")
    visitor.client = Client()
    visitor.go("/vinterdal/help/?for=my_child")
    visitor.write_in("words", "Vi krangler om ski.")
    visitor.tick(visitor.said("Call me"))
    visitor.write_in("phone", "00 00 99 02")
    visitor.press(visitor.said("Send"))
    host = OnPaper("nb")
    host.be(TRIAGE)
    host.follow(host.said("Requests for help"))
    host.reads("krangler")
