"""The invented people, their work and their teams. Written by the database's owner."""

from datetime import date, timedelta
from zlib import crc32

from laget.accounts.models import User
from laget.demonstration import families
from laget.demonstration.story import Company, Person, companies
from laget.organisation.models import (
    Appointment,
    Employment,
    Municipality,
    Team,
    TeamMember,
    Unit,
)

YEARS = 3
Jobs = dict[str, Employment]


def add_people(today: date) -> None:
    units = units_by_place()
    jobs = {
        person.key: _employ(person, units[person.municipality, person.unit], today)
        for company in companies()
        for person in company.people
    }
    for company in companies():
        place = Municipality.objects.get(name=company.municipality)
        _fill_teams(company, place, jobs)
        _trust(company, place, jobs)
    families.add_accounts(today)


def units_by_place() -> dict[tuple[str, str], Unit]:
    """Each unit under its name in each municipality that it serves."""
    units = Unit.objects.select_related("service").prefetch_related(
        "service__municipalities"
    )
    return {
        (place.name, unit.name): unit
        for unit in units
        for place in unit.service.municipalities.all()
    }


def _employ(person: Person, unit: Unit, today: date) -> Employment:
    place = unit.municipality or unit.service.host
    user = User.objects.add(person.key, person.name, language=place.language)
    user.phone = _phone_of(person.key)
    user.save(update_fields=["phone"])
    return Employment.objects.create(
        user=user,
        unit=unit,
        post=person.post,
        is_leader=person.is_leader,
        started_on=today - timedelta(days=365 * YEARS),
    )


def _phone_of(key: str) -> str:
    """A number that nobody has."""
    digits = f"{crc32(key.encode()) % 10_000:04}"
    return f"00 00 {digits[:2]} {digits[2:]}"


def _fill_teams(company: Company, place: Municipality, jobs: Jobs) -> None:
    for name, members in company.teams.items():
        team = Team.objects.get(municipality=place, name=name)
        _fill(team, [jobs[key] for key in members])


def _fill(team: Team, members: list[Employment]) -> None:
    team.chair = members[0]
    team.save(update_fields=["chair"])
    TeamMember.objects.bulk_create(
        TeamMember(team=team, employment=member) for member in members
    )


def _trust(company: Company, place: Municipality, jobs: Jobs) -> None:
    Appointment.objects.bulk_create(
        Appointment(user=jobs[key].user, municipality=place, trust=trust)
        for trust, keys in company.trusted.items()
        for key in keys
    )
