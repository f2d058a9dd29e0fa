"""What is asked when a meeting is called, moved, answered or called off."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.children.models import Child, Guardianship
from laget.kernel import clock
from laget.meetings import who
from laget.meetings.models import Coming, Meeting
from laget.organisation.models import Employment
from laget.staff.meetings.fields import (
    ClockField,
    LongField,
    day_and_clock,
    moment,
)
from laget.staff.work.forms.asked import PeopleField
from laget.web import forms

WHY = gettext_lazy("All who are asked read this, also the family.")
WORDS = gettext_lazy("In their own words, or why another time is better.")


class WhenForm(forms.Once):
    """When, where and about what. `starts_at` and `ends_at` are worked out."""

    day = forms.DayField(label=gettext_lazy("Which day?"))
    at = ClockField(label=gettext_lazy("At what time?"))
    long = LongField(label=gettext_lazy("How long?"), initial="60")
    place = forms.LineField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("A place, or that you meet by video or telephone."),
        required=False,
    )
    why = forms.TextField(
        label=gettext_lazy("What is it about?"), help_text=WHY, rows=3
    )

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if {"day", "at", "long"} <= set(told):
            try:
                told["starts_at"] = moment(told["day"], told["at"])
            except ValidationError as leapt:
                self.add_error("at", leapt)
                return told
            told["ends_at"] = told["starts_at"] + told["long"]
            if told["starts_at"] <= clock.now():
                self.add_error("day", _("Choose a time to come."))
        return told

    @property
    def told(self) -> dict[str, Any]:
        """What a meeting is called or moved with."""
        told = self.cleaned_data
        return {name: told[name] for name in ("starts_at", "ends_at", "place", "why")}


class WhomForm(forms.Once):
    """Who is asked to come: of the family those whom the table has, and the team."""

    guardians = forms.RecordsField(
        label=gettext_lazy("Guardians"),
        queryset=Guardianship.objects.none(),
        required=False,
    )
    team = PeopleField(label=gettext_lazy("From the team"), required=False)
    child = forms.TickField(label="")

    def __init__(
        self,
        *args: Any,
        about: Child,
        family: list[who.Askable],
        team: Iterable[Employment],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        self.family = family
        self._offer(who.guardians_to_ask(family))
        fields["team"].offer(team)
        if about.is_hidden_at_home:  # no unit is named: it would tell where
            fields["team"].choices = [
                (str(j.pk), f"{j.user.name}, {j.post}") for j in team
            ]
        fields["child"].label = about.first_name
        if not who.child_can_be_asked(family):
            del fields["child"]

    def _offer(self, guardians: list[Guardianship]) -> None:
        """Those who may be asked can be chosen; of the others it is said why not.

        Whoever must not be contacted is not named on a page that calls people together.
        """
        field: Any = self.fields["guardians"]
        known = [each.guardian.pk for each in self.family if each.guardian]
        field.queryset = Guardianship.objects.filter(pk__in=known)
        field.choices = [(str(each.pk), each.name) for each in guardians]
        named = [x for x in self.family if not (x.guardian and x.guardian.barred)]
        field.help_text = who.why_not(named)

    def clean_guardians(self) -> list[Guardianship]:
        """Also one that the page did not offer is refused, and why is said here."""
        chosen = list(self.cleaned_data["guardians"])
        asked = [each for each in self.family if each.guardian in chosen]
        if said := who.why_not(asked):
            raise ValidationError(said)
        return chosen

    def clean(self) -> dict[str, Any]:
        """The young person too is asked only when the table has it."""
        told = super().clean() or self.cleaned_data
        if "child" in self.data and "child" not in self.fields:
            young = [each for each in self.family if each.guardian is None]
            self.add_error("guardians", who.why_not(young))
        return told

    @property
    def whom(self) -> dict[str, Any]:
        told = self.cleaned_data
        asked = {name: told[name] for name in ("guardians", "team")}
        return asked | {"child": told.get("child", False)}

    @property
    def is_nobody(self) -> bool:
        return not any(self.whom.values())


class CallForm(WhomForm, WhenForm):
    """A whole meeting at once."""

    field_order = ("day", "at", "long", "place", "why", "child", "guardians", "team")

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if not self.errors and self.is_nobody:
            self.add_error("team", _("Choose who is asked to come."))
        return told


class MoveForm(WhenForm, forms.Versioned):
    """`version` is the meeting's `sequence` that was on the page."""

    @classmethod
    def of(cls, data: Any, meeting: Meeting) -> "MoveForm":
        day, at = day_and_clock(meeting.starts_at)
        minutes = (meeting.ends_at - meeting.starts_at).seconds // 60
        known = {"day": day, "at": at, "long": str(minutes), "place": meeting.place}
        known |= {"why": meeting.why, "version": meeting.sequence}
        form = cls(data, initial=known)
        form.fields["long"].offer(minutes)  # type: ignore[attr-defined]
        return form


class CancelForm(forms.Once):
    why = forms.TextField(
        label=gettext_lazy("Why is it called off?"), help_text=WHY, rows=3
    )


class AnswerForm(forms.Once):
    said = forms.ChoiceField(
        label=gettext_lazy("The answer"),
        choices=[
            (Coming.YES, gettext_lazy("Yes")),
            (Coming.NO, gettext_lazy("No")),
            (Coming.OTHER_TIME, gettext_lazy("Another time is better")),
        ],
    )
    words = forms.TextField(
        label=gettext_lazy("A few words"), help_text=WORDS, rows=3, required=False
    )


class AgendaForm(forms.Once):
    text = forms.TextField(
        label=gettext_lazy("What do you want to take up?"),
        help_text=gettext_lazy("All who are asked read this, also a guest."),
        rows=2,
        max_length=2_000,
    )


class MinutesForm(forms.Versioned):
    text = forms.TextField(
        label=gettext_lazy("What was said and agreed"),
        help_text=gettext_lazy(
            "Write so that the child and the family know themselves again."
        ),
        rows=14,
        max_length=50_000,
    )
