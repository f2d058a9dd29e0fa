"""Goals, what is done for them, and whether it helps."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from laget.catalogue.models import Need, Programme
from laget.logs.models import Effect, Goal, Intervention, Next, Result
from laget.organisation.models import Employment
from laget.staff.shields.asking import Readers
from laget.staff.work.forms.asked import (
    ComingField,
    HeardField,
    PersonField,
    job_of,
    service_of,
)
from laget.staff.work.forms.programmes import NeedsField
from laget.web import forms

SCALE = _(
    "The family's own picture from 1 to 10. It is theirs, may be left out, and is "
    "never added up."
)
OWNER = _("They see to it that it is done and looked at again.")


class _Owned(forms.Form):
    """Somebody on the team is responsible."""

    def __init__(self, *args: Any, team: Iterable[Employment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].offer(team, service_of)  # type: ignore[attr-defined]

    def clean_owner(self) -> object:
        return self.cleaned_data["owner"].user


class _Changed(_Owned, forms.Versioned):
    """The record as it is, to be changed by whoever saw this version of it."""

    @classmethod
    def about(
        cls,
        typed: Any,
        record: Goal | Intervention,
        team: Sequence[Employment],
        **more: Any,
    ) -> Self:
        """The form as `record` is now, or as it was typed."""
        now = {name: getattr(record, name) for name in cls.base_fields}
        now["owner"] = job_of(record.owner, team)
        return cls(typed, team=team, initial=now, **more)


class _AboutNeeds(_Owned):
    """Where the municipality has the areas, the team may say which it is about."""

    def __init__(self, *args: Any, needs: Sequence[Need], **options: Any) -> None:
        super().__init__(*args, **options)
        chosen = (options.get("initial") or {}).get("needs", ())
        self.fields["needs"].offer(needs, chosen)  # type: ignore[attr-defined]
        if not needs:
            del self.fields["needs"]


class GoalForm(_AboutNeeds, forms.Once):
    text = forms.TextField(
        label=_("What do the child and the family want?"),
        help_text=_("In their own words, as they would say it."),
        rows=3,
    )
    start = forms.ScaleField(
        label=_("Where is it now, do they say?"),
        help_text=SCALE,
        low=_("as far off as can be"),
        high=_("just as we wish"),
        required=False,
    )
    wanted = forms.ScaleField(label=_("Where would be good enough?"), required=False)
    needs = NeedsField()
    owner = PersonField(label=_("Who is responsible for the goal?"), help_text=OWNER)
    next_on = ComingField(label=_("When do we look at it again?"), weeks=12)


class ChangeGoalForm(_AboutNeeds, _Changed):
    text = forms.TextField(
        label=_("What do the child and the family want?"),
        help_text=_("In their own words, as they would say it."),
        rows=3,
    )
    now = forms.ScaleField(
        label=_("Where is it now, do they say?"), help_text=SCALE, required=False
    )
    wanted = forms.ScaleField(label=_("Where would be good enough?"), required=False)
    needs = NeedsField()
    owner = PersonField(label=_("Who is responsible for the goal?"), help_text=OWNER)
    next_on = ComingField(label=_("When do we look at it again?"))


class EndGoalForm(forms.Once):
    result = forms.ChoiceField(
        label=_("How did it go?"), choices=[c for c in Result.choices if c[0]]
    )
    text = forms.TextField(
        label=_("What do the child and the family say about it?"), rows=3
    )


class InterventionForm(_Owned, forms.Once):
    text = forms.TextField(
        label=_("What shall be done?"),
        help_text=_("One thing, so concrete that everybody knows what to do."),
        rows=3,
    )
    done_by = forms.LineField(
        label=_("Who does it?"),
        help_text=_("Also guardians, the child or others. Write names."),
        required=False,
    )
    owner = PersonField(label=_("Who is responsible for it?"), help_text=OWNER)
    how_we_see = forms.TextField(
        label=_("How will we see that it helps?"),
        help_text=_("What will be different, and who will notice?"),
        rows=2,
    )
    starts_on = forms.DayField(label=_("From when?"))
    review_on = ComingField(label=_("When do we evaluate it?"))
    programme = forms.RecordField(
        label=_("Is it one of the municipality's programmes?"),
        queryset=Programme.objects.none(),
        required=False,
        empty_label=_("No, or not one of these"),
    )

    def __init__(
        self, *args: Any, programmes: QuerySet[Programme], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        begins, ends = told.get("starts_on"), told.get("review_on")
        if begins and ends and ends < begins:
            self.add_error("review_on", _("It is evaluated after it has begun."))
        return told


class ChangeInterventionForm(_Changed):
    text = forms.TextField(label=_("What shall be done?"), rows=3)
    done_by = forms.LineField(
        label=_("Who does it?"),
        help_text=_("Also guardians, the child or others. Write names."),
        required=False,
    )
    owner = PersonField(label=_("Who is responsible for it?"), help_text=OWNER)
    how_we_see = forms.TextField(label=_("How will we see that it helps?"), rows=2)
    review_on = ComingField(label=_("When do we evaluate it?"))


class ReviewForm(Readers, forms.Once, forms.Versioned):
    still_seen = _("They still see the next date, or that it has ended.")
    effect = forms.ChoiceField(label=_("Does it help?"), choices=Effect.choices)
    seen = forms.TextField(
        label=_("What have you seen?"),
        help_text=_("Compare with what you said you would look for."),
        rows=3,
    )
    heard = HeardField()
    child_view = forms.TextField(
        label=_("What does the child say about it?"),
        help_text=_("Or why the child has not been heard."),
        rows=3,
    )
    guardians_view = forms.TextField(
        label=_("What do the guardians say about it?"), rows=3, required=False
    )
    decision = forms.ChoiceField(label=_("What now?"), choices=Next.choices)
    next_on = ComingField(
        label=_("When do we evaluate it again?"),
        help_text=_("dd.mm.yyyy. Not needed when it ends."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        goes_on = told.get("decision") in {Next.CONTINUE, Next.CHANGE}
        if goes_on and "next_on" in told and told["next_on"] is None:
            missing = ValidationError(_("Say when you will look at it again."))
            self.add_error("next_on", missing)
        return told
