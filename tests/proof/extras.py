"""Two more people and a team, while every page is walked through; two children."""

from contextlib import contextmanager

from laget.accounts.models import User
from laget.intake import actions
from laget.intake.models import HelpRequest
from laget.kernel.acting import Role, acting
from laget.organisation.models import (
    Employment,
    Municipality,
    Service,
    Team,
    TeamKind,
    TeamMember,
    Unit,
)
from tests.intake.requests import asked, request_of
from tests.proof.at_home import plant_family
from tests.proof.planted import plant
from tests.proof.published import not_published, publish

MORE = {"fellow": "Lia barnehage", "elsewhere": "Eik barnehage"}
OURS = {
    "owner": "colleague",
    "holder": "holder",
    "helper": "nurse",
    "withdrawn": "adviser",
    "asked": "teacher",
    "young": "youth",
}
THEIRS = {
    "owner": "stranger_leader",
    "holder": "stranger_leader",
    "helper": "caseworker",
    "withdrawn": "adviser",
    "asked": "caseworker",
    "young": "ida",
}
ANOTHER_FAMILY = ("gro", "bo", "leif", "ida", "psychologist")


@contextmanager
def more_people():
    """A colleague who has nothing to do with it, and another kindergarten's staff."""
    made = list(_make())
    try:
        yield
    finally:
        for record in reversed(made):
            record.delete()


def _make():
    service = Service.objects.using("owner").get(units__name="Lia barnehage")
    bygdevik, fjordby = (
        Municipality.objects.using("owner").get(name=name)
        for name in ("Bygdevik", "Fjordby")
    )
    yield Unit.objects.using("owner").create(
        name="Eik barnehage", service=service, municipality=bygdevik
    )
    for username, unit in MORE.items():
        user = User.objects.using("owner").create(username=username, name=username)
        yield user
        where = Unit.objects.using("owner").get(name=unit)
        yield Employment.objects.using("owner").create(
            user=user, unit=where, post="pedagogisk leder"
        )
    for username in ANOTHER_FAMILY:
        yield User.objects.using("owner").create(username=username, name=username)
    team = Team.objects.using("owner").create(
        name="Fjordbyteamet", kind=TeamKind.CORE_GROUP, municipality=fjordby
    )
    yield team
    job = Employment.objects.using("owner").get(user__username="caseworker")
    yield TeamMember.objects.using("owner").create(team=team, employment=job)


def two_children(people):
    """The one that everybody is something to, and one that is nobody's business."""
    bygdevik, fjordby = Municipality.objects.filter(
        name__in=["Bygdevik", "Fjordby"]
    ).order_by("name")
    ours = _plant("qxz7ours", bygdevik, people, OURS, "Ressursteamet")
    theirs = _plant("qxz7theirs", fjordby, people, THEIRS, "Fjordbyteamet")
    _families(people, ours, theirs)
    _requests(people, ours, theirs)
    ours.ids["employment"] = people["fellow"].employments.get().pk
    theirs.ids["employment"] = people["stranger"].employments.get().pk
    ours.ids |= publish(bygdevik, people["administrator"])
    theirs.ids |= not_published(fjordby)
    return ours, theirs


def _plant(mark, municipality, people, parts, team):
    who = {part: people[name] for part, name in parts.items()}
    return plant(
        mark, municipality=municipality, team=Team.objects.get(name=team), **who
    )


def _families(people, ours, theirs):
    """The family of one child, and another family in the other municipality."""
    parts = ("guardian", "father", "barred", "youth", "doctor")
    plant_family(ours, *(people[name] for name in parts))
    plant_family(theirs, *(people[name] for name in ANOTHER_FAMILY))


def _requests(people, ours, theirs):
    """One that a unit is asked to take, and one of the other municipality."""
    ours.ids["helprequest"] = _asked(ours.mark, "Bygdevik", people["triage"])
    theirs.ids["helprequest"] = _asked(
        theirs.mark, "Fjordby", people["stranger_leader"]
    )
    with acting(people["triage"].pk, Role.STAFF):
        request = HelpRequest.objects.get(pk=ours.ids["helprequest"])
        unit = Unit.objects.get(name="Familiesenteret")
        actions.route(request, to=unit, words=ours.mark, by=people["triage"])


def _asked(mark, place, triage):
    """Somebody asks for help in words that bear the mark; the key of their request."""
    receipt = asked(place, words=f"Hjelp {mark}", name=mark)
    return request_of(receipt, triage).pk
