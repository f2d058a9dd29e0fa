"""The fields of the national form for a report to child welfare.

Source: KS, Fiks bekymringsmelding, `offentlig.bekymringsmelding.v2`. Nothing but the
message must be filled in, so that a draft is saved whatever is missing.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from laget.kernel import clock
from laget.organisation.models import Employment
from laget.rights.models import Report
from laget.web import forms

WHY_NOT = _("If not: why not. If yes: when and how.")


class ToldField(django_forms.TypedChoiceField):
    """Yes, no, or not said yet."""

    widget = forms.Radios

    def __init__(self, **options: Any) -> None:
        super().__init__(
            choices=[("yes", _("Yes")), ("no", _("No"))],
            coerce=lambda value: value == "yes",
            empty_value=None,
            required=False,
            **options,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value)


class ReportForm(forms.Versioned):
    """A draft: saved as it is, and changed until it has been sent."""

    message = forms.TextField(
        label=_("What are you worried about?"),
        rows=8,
        required=False,
        help_text=_(
            "What you have seen and heard, when, and what the child says and does. "
            "Tell apart what you saw and what you think."
        ),
    )
    history = forms.TextField(
        label=_("What has been before"),
        rows=4,
        required=False,
        help_text=_("For how long, what has been tried, how it went."),
    )
    other_views = forms.TextField(
        label=_("What others think"),
        rows=3,
        required=False,
        help_text=_("The guardians, the child, colleagues."),
    )
    other_services = forms.TextField(
        label=_("Other services that help"), rows=2, required=False
    )
    child_name = forms.LineField(label=_("The child's name"), required=False)
    unborn = forms.TickField(label=_("The child is not born yet"))
    child_address = forms.LineField(
        label=_("The child's address"), required=False, max_length=300
    )
    child_phone = forms.LineField(
        label=_("The child's telephone"), required=False, max_length=30
    )
    child_told = ToldField(label=_("Has the child been told that you report?"))
    child_told_why = forms.TextField(label=WHY_NOT, rows=2, required=False)
    guardians = forms.TextField(
        label=_("First guardian: name and telephone"), rows=2, required=False
    )
    guardians_told = ToldField(
        label=_("Has this guardian been told?"),
        help_text=_(
            "If you suspect violence or abuse, do not tell the guardians first. Ask "
            "child welfare or the police."
        ),
    )
    guardians_told_why = forms.TextField(label=WHY_NOT, rows=2, required=False)
    other_guardian = forms.TextField(
        label=_("Other guardian: name and telephone"), rows=2, required=False
    )
    other_guardian_told = ToldField(label=_("Has the other guardian been told?"))
    other_guardian_told_why = forms.TextField(label=WHY_NOT, rows=2, required=False)
    interpreter = forms.LineField(
        label=_("Interpreter needed, in which language"), required=False, max_length=60
    )
    reporter_phone = forms.LineField(
        label=_("Your telephone"), required=False, max_length=30
    )
    reporter_email = forms.LineField(label=_("Your e-mail"), required=False)

    def texts(self) -> dict[str, Any]:
        """All that was written, without the version."""
        return {k: v for k, v in self.cleaned_data.items() if k != "version"}


class SendForm(forms.Form):
    """It was sent by the national portal, on paper or otherwise: how, and when."""

    how = forms.LineField(
        label=_("How did you send it?"),
        help_text=_("For example: in the national portal, by post, handed over."),
    )
    on = forms.DayField(label=_("When?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, initial={"on": clock.today()}, **options)
        on = self.fields["on"]
        assert isinstance(on, forms.DayField)
        on.latest = clock.today()

    def at(self) -> datetime:
        """Now; or, for an earlier day, the middle of it."""
        day: date = self.cleaned_data["on"]
        if day == clock.today():
            return clock.now()
        return timezone.make_aware(datetime.combine(day, time(12)))


class StartForm(forms.Once):
    """Nothing need be answered before one may begin.

    Who works in several places may say for which; else it is the first of `jobs`.
    """

    workplace = forms.ChoiceField(
        label=_("For which workplace do you report?"), required=False
    )

    def __init__(self, *args: Any, jobs: Sequence[Employment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.jobs = {str(job.pk): job for job in jobs}
        places = [(key, f"{job.unit}, {job.post}") for key, job in self.jobs.items()]
        self.fields["workplace"].choices = places  # type: ignore[attr-defined]
        self.fields["workplace"].initial = next(iter(self.jobs), "")
        if len(jobs) == 1:
            del self.fields["workplace"]

    @property
    def job(self) -> Employment:
        chosen = self.cleaned_data.get("workplace", "")
        return self.jobs.get(chosen) or next(iter(self.jobs.values()))


def facts_of(report: Report) -> dict[str, Any]:
    names = [name for name in ReportForm.base_fields if name != "version"]
    return {name: getattr(report, name) for name in (*names, "version")}
