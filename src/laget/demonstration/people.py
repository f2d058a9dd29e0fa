"""The invented people, their work and their teams. Written by the database's owner."""

from datetime import date, timedelta

from laget.accounts.models import User
from laget.demonstration.story import Person, people, read_people
from laget.organisation.models import (
    Appointment,
    Employment,
    Municipality,
    Team,
    TeamMember,
    Trust,
    Unit,
)

YEARS = 3


def add_people(today: date) -> None:
    units = {unit.name: unit for unit in Unit.objects.all()}
    jobs = {p.key: _employ(p, units[p.unit], today) for p in people()}
    for name, members in read_people()["teams"].items():
        _fill(Team.objects.get(name=name), [jobs[key] for key in members])
    for name, keys in read_people()["triage"].items():
        _trust(Municipality.objects.get(name=name), [jobs[key].user for key in keys])


def _employ(person: Person, unit: Unit, today: date) -> Employment:
    user = User.objects.add(person.key, person.name)
    return Employment.objects.create(
        user=user,
        unit=unit,
        post=person.post,
        is_leader=person.is_leader,
        started_on=today - timedelta(days=365 * YEARS),
    )


def _trust(place: Municipality, people: list[User]) -> None:
    """They answer those who ask for help there."""
    Appointment.objects.bulk_create(
        Appointment(user=user, municipality=place, trust=Trust.TRIAGE)
        for user in people
    )


def _fill(team: Team, members: list[Employment]) -> None:
    team.chair = members[0]
    team.save(update_fields=["chair"])
    TeamMember.objects.bulk_create(
        TeamMember(team=team, employment=member) for member in members
    )
