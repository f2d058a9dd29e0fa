"""A log's life: opened, raised or lowered, closed."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from laget.logs.models import Closed, Goal, Result
from laget.organisation.models import Employment
from laget.staff.work.forms.asked import (
    ComingField,
    HeardField,
    PeopleField,
    PersonField,
)
from laget.web import forms

PROMPTS = {
    "known": (
        _("What do we know?"),
        _("What the child says, and what those who know the child have seen."),
    ),
    "assessed": (
        _("What does it mean for this child?"),
        _("Safety, care, family, health, learning and friends, as far as they matter."),
    ),
    "weighed": (
        _("What weighs most?"),
        _("Where the child's own wish and other things point different ways, say why."),
    ),
    "shown": (
        _("What do we do because of it?"),
        _("So that the child and the family can see that it counted."),
    ),
}


class OpenForm(forms.Once):
    """`jobs`: the opener's own; `people`: who may join under the consents now."""

    employment = PersonField(label=_("For which workplace do you open it?"))
    level = forms.ChoiceField(label=_("Level"))
    next_on = ComingField(label=_("When does the team look at it again?"))
    invited = PeopleField(
        label=_("Who joins from the start?"),
        help_text=_("You can also invite them later. They are told at once."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        jobs: Sequence[Employment],
        levels: Sequence[tuple[int, str]],
        people: Iterable[Employment],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["employment"].offer(jobs)  # type: ignore[attr-defined]
        self.fields["invited"].offer(people)  # type: ignore[attr-defined]
        self.fields["level"].choices = levels  # type: ignore[attr-defined]
        if len(jobs) == 1:
            self._is_for(jobs[0])
        if not self.fields["invited"].choices:  # type: ignore[attr-defined]
            del self.fields["invited"]

    def _is_for(self, job: Employment) -> None:
        """Who works in one place is not asked which."""
        self.fields["employment"].required = False
        self.fields["employment"].widget = self.fields["employment"].hidden_widget()
        self.fields["employment"].clean = lambda value: job  # type: ignore[method-assign]


class LevelForm(forms.Once):
    to = forms.ChoiceField(label=_("New level"))
    tried = forms.TextField(
        label=_("What has been tried?"),
        help_text=_("We have filled in what the log says. Change it as you wish."),
    )
    how_it_went = forms.TextField(label=_("How did it go?"))
    heard = HeardField()
    child_view = forms.TextField(
        label=_("What does the child think about the change?"),
        help_text=_("Or why the child has not been heard."),
        rows=3,
    )

    def __init__(
        self, *args: Any, levels: Sequence[tuple[int, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = levels  # type: ignore[attr-defined]
        for name, (label, told) in PROMPTS.items():
            self.fields[name] = forms.TextField(label=label, help_text=told, rows=3)
            self.fields[name].widget.attrs.setdefault("class", "ds-input")

    @property
    def asked(self) -> list[BoundField]:
        return [field for field in self.visible_fields() if field.name not in PROMPTS]

    @property
    def on_best_interests(self) -> list[BoundField]:
        return [self[name] for name in PROMPTS]

    @property
    def best_interests(self) -> str:
        """The note on what is best for the child, its four parts under each other."""
        parts = [(PROMPTS[name][0], self.cleaned_data[name]) for name in PROMPTS]
        return "\n\n".join(f"{label}\n{text}" for label, text in parts)


class NextDateForm(forms.Once):
    on = ComingField(label=_("When does the team look at it again?"))


class CloseForm(forms.Once):
    """A result for each open goal; the family's words; who follows on."""

    why = forms.ChoiceField(
        label=_("Why is it closed?"), choices=[c for c in Closed.choices if c[0]]
    )
    text = forms.TextField(
        label=_("Sum up"), help_text=_("What was done, and what has changed."), rows=4
    )
    heard = HeardField()
    child_words = forms.TextField(
        label=_("What does the child say about it ending now?"),
        help_text=_("Or why the child has not been heard."),
        rows=3,
    )
    guardian_words = forms.TextField(
        label=_("What do the guardians say?"),
        help_text=_("Or why they have not been asked."),
        rows=3,
    )
    follows_on = forms.TextField(
        label=_("Who follows on from here?"),
        help_text=_("Whom the child and the family can turn to, by name or role."),
        rows=2,
    )

    def __init__(self, *args: Any, goals: Iterable[Goal], **options: Any) -> None:
        super().__init__(*args, **options)
        self.goals = list(goals)
        for goal in self.goals:
            self._ask_about(goal)
        first = [name for goal in self.goals for name in _names(goal)]
        self.order_fields(["why", *first])

    def _ask_about(self, goal: Goal) -> None:
        result, words = _names(goal)
        self.fields[result] = forms.ChoiceField(
            label=_("The goal “%(goal)s”: how did it go?") % {"goal": goal.text},
            choices=[c for c in Result.choices if c[0]],
        )
        self.fields[words] = forms.TextField(
            label=_("More about “%(goal)s”") % {"goal": goal.text},
            required=False,
            rows=2,
        )
        for name in (result, words):
            self.fields[name].widget.attrs.setdefault("class", "ds-input")

    @property
    def results(self) -> dict[Goal, tuple[Result, str]]:
        """By goal: the result, and words about it."""
        told = self.cleaned_data
        return {
            goal: (Result(told[_names(goal)[0]]), told[_names(goal)[1]])
            for goal in self.goals
        }

    @property
    def read_back(self) -> list[tuple[str, str]]:
        """Each question and its answer in words, as it will be kept."""
        fields = [(f, f.field, self.cleaned_data[f.name]) for f in self]
        return [
            (
                str(bound.label),
                str(dict(getattr(field, "choices", [])).get(value, value)),
            )
            for bound, field, value in fields
            if not bound.is_hidden and value
        ]


def _names(goal: Goal) -> tuple[str, str]:
    return f"result_{goal.pk.hex}", f"words_{goal.pk.hex}"
