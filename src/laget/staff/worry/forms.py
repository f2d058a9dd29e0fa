"""What is asked on the way from a concern to a decision."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from laget.concerns import anonymity
from laget.concerns.actions import TEXTS
from laget.concerns.models import Concern, Decision, Heard, NotTold
from laget.kernel import RuleBroken, clock
from laget.organisation.models import Employment, Team
from laget.staff.shields.asking import Readers
from laget.staff.worry.factors import Factors
from laget.staff.worry.workplaces import Workplace
from laget.web import forms


class StartForm(forms.Once):
    """The first words, and where one works when that is more than one place."""

    seen = forms.TextField(
        label=_("What have you noticed?"),
        help_text=_("A few words are enough, and you can also begin without any."),
        rows=3,
        required=False,
    )
    workplace = forms.ChoiceField(label=_("Where do you meet the child?"))

    def __init__(
        self, data: Any = None, *, places: Sequence[Workplace], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.places = {place.key: place for place in places}
        if len(places) == 1:
            del self.fields["workplace"]
        else:
            choices = [(place.key, str(place)) for place in places]
            self.fields["workplace"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Workplace:
        only = next(iter(self.places), "")
        return self.places[self.cleaned_data.get("workplace", only)]


class WriteForm(forms.Versioned):
    """The concern itself. Nothing must be filled in: it grows as one sees more."""

    label = forms.LineField(
        label=_("Your own reminder of what this is"),
        help_text=_("A word or two that only you need to understand."),
        max_length=100,
        required=False,
    )
    strengths = forms.TextField(
        label=_("What works well?"),
        help_text=_("What does the child master and enjoy? Who is it safe with?"),
        rows=4,
        required=False,
    )
    seen = forms.TextField(
        label=_("What have you seen and heard?"),
        help_text=_("What happened, so that others can picture it. Not why you think."),
        required=False,
    )
    since = forms.LineField(
        label=_("Since when, and how often?"),
        required=False,
    )
    child_says = forms.TextField(
        label=_("What does the child say and do?"),
        help_text=_("In the child's own words. The youngest tell by play and body."),
        rows=4,
        required=False,
    )
    spoken_with = forms.TextField(
        label=_("Whom have you spoken with?"),
        help_text=_(
            "Your leader, a colleague, the child, the guardians: who and when?"
        ),
        rows=3,
        required=False,
    )
    protecting = forms.ManyField(label=_("What protects"), required=False)
    risks = forms.ManyField(label=_("What weighs"), required=False)

    def __init__(
        self, data: Any = None, *, concern: Concern, factors: Factors, **options: Any
    ) -> None:
        options.setdefault("initial", initial_of(concern))
        super().__init__(data, **options)
        self.concern = concern
        groups = {"protecting": factors.protecting, "risks": factors.risks}
        for name, choices in groups.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def written(self) -> dict[str, Any]:
        """For `actions.write`. A tick the guide no longer has stays as it was."""
        data = self.cleaned_data
        offered = {
            code for name in ("protecting", "risks") for code in self._codes(name)
        }
        kept = [code for code in self.concern.factors if code not in offered]
        texts = {name: data[name] for name in TEXTS}
        ticks = [*data["protecting"], *data["risks"], *kept]
        return {"version": data["version"], "factors": ticks, **texts}

    def _codes(self, name: str) -> list[str]:
        groups = self.fields[name].choices  # type: ignore[attr-defined]
        return [code for _name, group in groups for code, _words in group]


def initial_of(concern: Concern) -> dict[str, Any]:
    texts = {name: getattr(concern, name) for name in TEXTS}
    ticks = {"protecting": concern.factors, "risks": concern.factors}
    return {**texts, **ticks, "version": concern.version}


class ColleagueField(forms.RecordField):
    def label_from_instance(self, job: Any) -> str:
        told = f"{job.user.name}, {job.post}"
        leads = _("leader")
        return f"{told} ({leads})" if job.is_leader else told


class ColleagueForm(forms.Once):
    """Someone in the own unit."""

    to = ColleagueField(
        label=_("Who?"),
        queryset=Employment.objects.none(),
        empty_label=_("Choose someone"),
    )

    def __init__(self, data: Any = None, *, among: Any, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["to"].queryset = among  # type: ignore[attr-defined]


class NextDateForm(forms.Form):
    on = forms.DayField(label=_("When do you look at it again?"))

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day < clock.today():
            raise ValidationError(
                _("The next date has passed already. Choose one to come.")
            )
        return day


class TalkForm(Readers, forms.Once):
    """The conversation with the guardians, as it was held."""

    held_on = forms.DayField(label=_("When did you talk?"))
    present = forms.TextField(
        label=_("Who was there?"),
        help_text=_("Also say whether an interpreter was there."),
        rows=2,
    )
    said = forms.TextField(
        label=_("What was said?"),
        help_text=_("What you told them, and what they told you."),
    )
    agreed = forms.TextField(
        label=_("What did you agree?"),
        help_text=_("One next step, who does it, and a date."),
        rows=3,
    )
    heard = forms.ChoiceField(label=_("Has the child had its say?"), choices=Heard.told)
    child_view = forms.TextField(
        label=_("What does the child think?"),
        help_text=_("In its own words. If it has not been asked: why not, and when?"),
        rows=3,
    )

    def clean_held_on(self) -> Any:
        day = self.cleaned_data["held_on"]
        if day > clock.today():
            raise ValidationError(
                _("The conversation cannot be held later than today.")
            )
        return day


class WaitForm(forms.Once):
    """Why the guardians are not to be told first."""

    why = forms.ChoiceField(
        label=_("Why must the guardians not be told first?"), choices=NotTold.reasons
    )
    reason = forms.TextField(
        label=_("What makes you think so?"),
        help_text=_(
            "What you have seen and heard, and whom you have asked for advice."
        ),
        rows=4,
    )


class TeamField(forms.RecordField):
    widget = forms.Radios

    def label_from_instance(self, team: Any) -> str:
        return f"{team.name}: {team.mandate}" if team.mandate else str(team.name)


class AskForm(forms.Once):
    """A question to a team about a child that it is not to know."""

    team = TeamField(
        label=_("Which team?"), queryset=Team.objects.none(), empty_label=None
    )
    question = forms.TextField(
        label=_("What do you wonder about?"),
        help_text=_(
            "The age in years, what you see, what you have tried, your question."
        ),
        rows=8,
    )

    def __init__(
        self, data: Any = None, *, concern: Concern, teams: Any, **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.concern = concern
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def clean_question(self) -> str:
        """Refused at the field, with the words that show who the child is."""
        question = str(self.cleaned_data["question"])
        try:
            anonymity.must_not_tell(question, self.concern.child)
        except RuleBroken as broken:
            raise ValidationError(str(broken)) from broken
        return question


class SendForm(AskForm):
    """The same question, read through."""

    sure = forms.TickField(
        label=_("I have read it through. It does not show who the child is."),
        required=True,
        error_messages={"required": _("Read the question through, and tick here.")},
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name in ("team", "question"):
            self.fields[name].widget = self.fields[name].hidden_widget()


class AdviseForm(forms.Once):
    text = forms.TextField(
        label=_("Your advice"),
        help_text=_("What would you look for, try, or ask? Do not ask who it is."),
        rows=6,
    )


class DecideForm(forms.Once):
    """What it all leads to."""

    decision = forms.ChoiceField(label=_("What happens now?"))
    reason = forms.TextField(
        label=_("Why is this best for the child?"),
        help_text=_("Also what the child itself thinks, and what you told the family."),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        field: Any = self.fields["decision"]
        field.choices = [(d.value, f"{d.label}. {LEADS_TO[d]}") for d in LEADS_TO]


LEADS_TO = {
    Decision.CLOSED: _("The concern is closed and stays readable for you."),
    Decision.LEVEL_1: _("You open the follow-up, with goals, dates and the family."),
    Decision.LEVEL_2: _("You ask for consent and open the shared log with others."),
    Decision.REPORTED: _("You write the report, if you have not done it yet."),
}
