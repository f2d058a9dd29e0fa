"""Two more people and a team, while every page is walked through; two children."""

from contextlib import contextmanager

from laget.accounts.models import User
from laget.organisation.models import (
    Employment,
    Municipality,
    Service,
    Team,
    TeamKind,
    TeamMember,
    Unit,
)
from tests.proof.planted import plant

MORE = {"fellow": "Lia barnehage", "elsewhere": "Eik barnehage"}


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
    team = Team.objects.using("owner").create(
        name="Fjordbyteamet", kind=TeamKind.CORE_GROUP, municipality=fjordby
    )
    yield team
    job = Employment.objects.using("owner").get(user__username="caseworker")
    yield TeamMember.objects.using("owner").create(team=team, employment=job)


def two_children(people):
    """The one that everybody is something to, and one that is nobody's business."""
    ours = plant(
        "qxz7ours",
        municipality=Municipality.objects.get(name="Bygdevik"),
        owner=people["colleague"],
        holder=people["holder"],
        helper=people["nurse"],
        withdrawn=people["adviser"],
        asked=people["teacher"],
        team=Team.objects.get(name="Ressursteamet"),
    )
    theirs = plant(
        "qxz7theirs",
        municipality=Municipality.objects.get(name="Fjordby"),
        owner=people["stranger_leader"],
        holder=people["stranger_leader"],
        helper=people["caseworker"],
        withdrawn=people["adviser"],
        asked=people["caseworker"],
        team=Team.objects.get(name="Fjordbyteamet"),
    )
    ours.ids["employment"] = people["fellow"].employments.get().pk
    theirs.ids["employment"] = people["stranger"].employments.get().pk
    return ours, theirs
