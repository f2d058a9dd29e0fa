"""Questions that several forms ask."""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.concerns.models import Heard
from laget.kernel import clock
from laget.organisation.models import Employment
from laget.web import forms
from laget.web.templatetags.words import short_day

Group = tuple[str, list[tuple[str, str]]]
Grouping = Callable[[Employment], str]


def _unit(job: Employment) -> str:
    return str(job.unit.name)


def service_of(job: Employment) -> str:
    """For what the whole team reads: it does not tell at which school a child is."""
    return str(job.unit.service.name)


class PersonField(forms.ChoiceField):
    """One of these people, by where they work. Gives the Employment."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Select(), **options)
        self.people: dict[str, Employment] = {}

    def offer(self, people: Iterable[Employment], by: Grouping = _unit) -> None:
        """Say who can be chosen, under the name of their unit or of their service."""
        self.people = {str(job.pk): job for job in people}
        groups = _by_place(self.people.values(), by)
        self.choices = [("", _("Choose a person")), *groups]

    def clean(self, value: Any) -> Employment | None:
        return self.people.get(super().clean(value))


class PeopleField(forms.ManyField):
    """Any number of these people, by where they work. Gives Employments."""

    people: dict[str, Employment]

    def offer(self, people: Iterable[Employment]) -> None:
        """Say who can be chosen."""
        self.people = {str(job.pk): job for job in people}
        self.choices = _by_place(self.people.values(), _unit)

    def clean(self, value: Any) -> list[Employment]:
        return [self.people[key] for key in super().clean(value)]


class ComingField(forms.DayField):
    """A day from today on; suggested some weeks from now."""

    def __init__(self, *, weeks: int = 6, **options: Any) -> None:
        suggested = lambda: clock.today() + timedelta(weeks=weeks)  # noqa: E731
        super().__init__(initial=suggested, **options)

    def validate(self, value: Any) -> None:
        self.earliest = clock.today()
        super().validate(value)


class HeardField(forms.ChoiceField):
    """How the child was heard, by the six values of the national list."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Has the child had its say?"))
        super().__init__(choices=Heard.told, **options)


def job_of(user: User, people: Iterable[Employment]) -> UUID | None:
    """The person among these people: what a PersonField is filled in with."""
    return next((job.pk for job in people if job.user_id == user.pk), None)


def _by_place(people: Iterable[Employment], by: Grouping) -> Sequence[Group]:
    by_place = groupby(sorted(people, key=by), key=by)
    return [
        (name, [(str(job.pk), _called(job)) for job in jobs]) for name, jobs in by_place
    ]


def _called(job: Employment) -> str:
    """Name and post; who is away for long is marked."""
    name = f"{job.user.name}, {job.post}"
    if not job.is_away:
        return name
    if job.away_until is None:
        return str(_("%(name)s (away)") % {"name": name})
    told = {"name": name, "day": short_day(job.away_until)}
    return str(_("%(name)s (away until %(day)s)") % told)
