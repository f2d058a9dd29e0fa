"""What a profile says about a municipality and the people's places of work."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from laget.organisation.models import Kind, TeamKind
from laget.organisation.profile.reading import ProfileError, Table, read_toml


@dataclass(frozen=True)
class Rules:
    """The municipality's own rules. Age in years, the rest in days, weeks, months."""

    concern_days: int
    small_number_threshold: int
    consent_months: int
    own_consent_age: int
    own_consent_law: str
    own_consent_law_date: date
    review_weeks: dict[int, int]
    holder: dict[str, str]


@dataclass(frozen=True)
class PhoneNumber:
    name: str
    number: str
    when: str
    is_emergency: bool
    is_invented: bool


@dataclass(frozen=True)
class ServiceFacts:
    name: str
    kind: str
    arena: str
    phone: str
    about: str
    municipalities: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True)
class TeamFacts:
    name: str
    kind: str
    mandate: str
    unit: str | None


@dataclass(frozen=True)
class Profile:
    """One folder under profiles/, read and found right."""

    folder: Path
    guide_folder: Path
    name: str
    number: str
    language: str
    rules: Rules
    contacts: tuple[PhoneNumber, ...]
    services: tuple[ServiceFacts, ...]
    teams: tuple[TeamFacts, ...]

    @property
    def night_phone(self) -> str:
        """The child-welfare duty desk: the number for evenings and weekends."""
        mine = [c.number for c in self.contacts if "arnevernva" in c.name]
        return mine[0] if mine else ""


def read_profile(folder: Path) -> Profile:
    """The folder as facts.

    Raises ProfileError naming the file, the key and what is wrong with it.
    """
    table = read_toml(folder / "municipality.toml")
    name = table.text("name")
    services = _read_services(folder, name)
    profile = Profile(
        folder=folder,
        guide_folder=folder.parent / table.text("guide_of", folder.name),
        name=name,
        number=table.text("number"),
        language=table.one_of("language", ["nb", "nn"]),
        rules=_read_rules(table.table("rules")),
        contacts=tuple(_read_contact(each) for each in table.tables("contacts")),
        services=services,
        teams=_read_teams(folder, services),
    )
    table.done()
    return profile


def _read_rules(table: Table) -> Rules:
    own = table.table("own_consent")
    weeks = table.table("review_weeks")
    holder = table.table("holder")
    rules = Rules(
        concern_days=table.number("concern_days"),
        small_number_threshold=table.number("small_number_threshold"),
        consent_months=table.number("consent_months"),
        own_consent_age=own.number("age"),
        own_consent_law=own.text("law"),
        own_consent_law_date=own.day("law_date"),
        review_weeks={level: weeks.number(f"level_{level}") for level in (1, 2, 3)},
        holder={arena: holder.text(arena) for arena in holder.values},
    )
    for each in (own, weeks, table):
        each.done()
    return rules


def _read_contact(table: Table) -> PhoneNumber:
    contact = PhoneNumber(
        name=table.text("name"),
        number=table.text("number"),
        when=table.text("when"),
        is_emergency=table.yes("emergency"),
        is_invented=table.yes("invented", False),
    )
    table.done()
    return contact


def _read_services(folder: Path, municipality: str) -> tuple[ServiceFacts, ...]:
    units = _read_units(folder)
    table = read_toml(folder / "services.toml")
    read = (
        _read_service(each, municipality, units) for each in table.tables("services")
    )
    services = tuple(read)
    for name in units.keys() - {service.name for service in services}:
        place = f"{folder.name}/units.toml"
        raise ProfileError(place, f'There is no service called "{name}".')
    return services


def _read_service(
    table: Table, municipality: str, units: dict[str, list[str]]
) -> ServiceFacts:
    name = table.text("name")
    table.yes("external", False)
    service = ServiceFacts(
        name=name,
        kind=table.one_of("kind", Kind.values),
        arena=table.text("arena"),
        phone=table.text("phone", ""),
        about=table.text("about"),
        municipalities=tuple(table.texts("municipalities", [municipality])),
        units=tuple(units.get(name, [])),
    )
    table.done()
    return service


def _read_units(folder: Path) -> dict[str, list[str]]:
    units: dict[str, list[str]] = {}
    for table in read_toml(folder / "units.toml").tables("units"):
        units.setdefault(table.text("service"), []).extend(table.texts("names"))
        table.done()
    return units


def _read_teams(
    folder: Path, services: tuple[ServiceFacts, ...]
) -> tuple[TeamFacts, ...]:
    table = read_toml(folder / "teams.toml")
    mandates = {
        each.one_of("kind", TeamKind.values): each.text("mandate")
        for each in table.tables("kinds")
    }
    known = [unit for service in services for unit in service.units]
    teams: list[TeamFacts] = []
    for each in table.tables("teams"):
        teams += _read_team(each, mandates, known)
    return tuple(teams)


def _read_team(
    table: Table, mandates: dict[str, str], known: list[str]
) -> list[TeamFacts]:
    kind = table.one_of("kind", list(mandates))
    name, mandate = table.text("name"), mandates[kind]
    if "units" not in table.values:
        return [TeamFacts(name, kind, mandate, None)]
    units = table.some_of("units", known)
    return [TeamFacts(name.format(unit=u), kind, mandate, u) for u in units]
