"""What the story has reached for one child: what a deed needs from those before it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.concerns.models import Concern, Discussion
from laget.consents.models import Consent
from laget.demonstration.calendar import coming_day
from laget.demonstration.people import units_by_place
from laget.demonstration.story import ChildFacts, service_names
from laget.logs.models import Entry, Goal, Handover, Intervention, Log
from laget.organisation.models import Employment, Municipality, Service, Team, Unit


@dataclass(frozen=True)
class Cast:
    """Everyone and everywhere, by the names the story uses. All unprotected."""

    today: date
    jobs: dict[str, Employment]
    units: dict[tuple[str, str], Unit]  # by municipality and name; so are the teams
    services: dict[str, Service]
    teams: dict[tuple[str, str], Team]
    municipalities: dict[str, Municipality]

    @classmethod
    def of(cls, today: date) -> "Cast":
        jobs = Employment.objects.select_related("user", "unit__service")
        services = {service.name: service for service in Service.objects.all()}
        teams = Team.objects.select_related("municipality")
        return cls(
            today=today,
            jobs={job.user.username: job for job in jobs},
            units=units_by_place(),
            services={key: services[name] for key, name in service_names().items()},
            teams={(team.municipality.name, team.name): team for team in teams},
            municipalities={m.name: m for m in Municipality.objects.all()},
        )


@dataclass
class Scene:
    """One child's story so far, and who is acting in it now."""

    cast: Cast
    facts: ChildFacts
    place: int
    job: Employment = field(init=False)
    child: Child = field(init=False)
    concern: Concern = field(init=False)
    discussion: Discussion = field(init=False)
    log: Log = field(init=False)
    handover: Handover = field(init=False)
    entry: Entry = field(init=False)
    link: str = field(init=False)  # what the latest guest was sent
    guardians: dict[str, Guardianship] = field(default_factory=dict)
    consents: dict[str, Consent] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    interventions: dict[str, Intervention] = field(default_factory=dict)

    def unit(self, name: str) -> Unit:
        return self.cast.units[self.facts.municipality, name]

    def team(self, name: str) -> Team:
        return self.cast.teams[self.facts.municipality, name]

    @property
    def by(self) -> User:
        return self.job.user

    def on(self, offset: int) -> date:
        return coming_day(self.cast.today, offset)

    def person(self, words: dict[str, Any], key: str = "owner") -> User:
        """Who is named, or else who acts."""
        named = words.get(key)
        return self.cast.jobs[named].user if named else self.by
