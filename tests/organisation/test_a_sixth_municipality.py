"""A municipality unlike the others comes in as a folder, and no code is written."""

import pytest
from django.db import transaction

from laget.forms.models import Template
from laget.guide.models import Guide, Level, Step
from laget.organisation.models import Municipality, Service, Team
from laget.organisation.profile.loading import load_folders
from tests.organisation import small
from tests.own_database import own_database

HEAD = """
[[neighbours]]
name = "Storeby"
number = "9902"

[words]
level = "trinn"
log = "samspelsboka"
"""
SERVICES = """
[[services]]
name = "Barnevernet i regionen"
kind = "child_welfare"
arena = "home"
about = "Hjelper barn heime."
host = "Storeby"
municipalities = ["Nyby", "Storeby"]
"""
UNITS = """
[[units]]
name = "Barnevernskontoret"
service = "Barnevernet i regionen"
"""
TEAMS = """\
[[team_kinds]]
key = "oddetimen"
name = "Oddetimen"
kind = "pedagogical"
chair = "Den som har minst å gjere"

[[teams]]
name = "Oddetimen"
kind = "oddetimen"
"""
LEVELS = """\
[[levels]]
key = "A"
name = "Sjå"
level = 0

[[levels]]
key = "B"
name = "Prøve"
level = 1

[[levels]]
key = "C"
name = "Samle"
level = 3
"""
LAST = """
[[steps]]
key = "C1"
number = "Siste"
level = "C"
title = "Samle alle"
what = "Alle møtest."
outside = true
next = [
    { to = "1", when = "Saka kjem attende" },
]
"""
FOR_HEALTH = (
    small.GUIDE.replace('title = "Rettleiar"', 'title = "For helsestasjonen"')
    .replace('source = "Vi sjølve"', 'source = "Vi sjølve"\nservices = ["health"]')
    .replace('subject = "child"', "")
)


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker, tmp_path_factory):
    guide = small.GUIDE.replace(
        small.GUIDE[small.GUIDE.index("[[levels]]") : small.GUIDE.index("[[steps]]")],
        f"{LEVELS}\n",
    ).replace('{ to = "1", when = "Att" }', '{ to = "C1", when = "Forbi B" }')
    folder = small.nyby(
        tmp_path_factory.mktemp("sixth"),
        **{
            "municipality.toml": small.MUNICIPALITY + HEAD,
            "services.toml": small.SERVICES + SERVICES,
            "units.toml": small.UNITS + UNITS,
            "teams.toml": TEAMS,
            "guides/staff.toml": guide + LAST,
            "guides/helse.toml": FOR_HEALTH,
            "guides/helse/steg.md": small.STEPS,
        },
    )
    with django_db_blocker.unblock(), own_database("sixth"):
        load_folders([folder])
        yield


@pytest.fixture
def nyby(database):
    with transaction.atomic():
        yield Municipality.objects.get(slug="nyby")
        transaction.set_rollback(True)


def test_its_levels_have_its_own_names(nyby):
    levels = Level.objects.of(nyby).values_list("key", "name", "level")

    assert list(levels) == [("A", "Sjå", 0), ("B", "Prøve", 1), ("C", "Samle", 3)]
    assert nyby.word("level") == "trinn"


def test_its_guide_leads_past_a_level_and_back_from_outside(nyby):
    decide = Step.objects.of(nyby).doing("decide").get()

    (way,) = decide.ways()
    assert (way.step.number, way.step.level, way.step.is_outside) == ("Siste", 3, True)
    assert [back.step.key for back in way.step.ways()] == ["1"]


def test_the_health_station_has_a_guide_of_its_own(nyby):
    shared, own = (Guide.objects.for_work(nyby, kind) for kind in ("school", "health"))

    assert (shared.key, own.key) == ("staff", "helse")


def test_its_child_welfare_is_run_by_a_municipality_that_is_not_here(nyby):
    service = Service.objects.of(nyby).get(kind="child_welfare")

    assert (service.host.name, service.host.is_in_use) == ("Storeby", False)
    assert service.units.get().municipality is None


def test_its_team_and_form_are_its_own(nyby):
    assert Team.objects.get(municipality=nyby).type.chair == "Den som har minst å gjere"
    form = Template.objects.of(nyby).get()
    assert form.versions.get().facts["sections"][0]["questions"][0]["key"] == "kven"


def test_it_has_the_common_number_in_its_own_language(nyby):
    assert [contact.name for contact in nyby.contacts.all()] == ["Naudnummer"]
