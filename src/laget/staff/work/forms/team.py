"""Who joins, who takes over, and to which unit the child belongs."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from laget.organisation.models import Employment, Unit
from laget.staff.work.forms.asked import PersonField
from laget.web import forms


class InviteForm(forms.Once):
    """Someone who may join by consent, or because it is their own unit's task."""

    employment = PersonField(label=_("Who joins?"))

    def __init__(
        self, *args: Any, people: Iterable[Employment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["employment"].offer(people)  # type: ignore[attr-defined]


class InviteByLawForm(InviteForm):
    """Someone who takes part because a law says so, whatever the family answers."""

    statute = forms.LineField(
        label=_("Which law and section?"),
        help_text=_("For example the law's name and §. It is shown to the family."),
    )


class OfferForm(forms.Once):
    to = PersonField(label=_("Who is asked to take over?"))
    reason = forms.TextField(
        label=_("Why?"), help_text=_("The one you ask reads this."), rows=3
    )
    must_know = forms.TextField(
        label=_("What must they know before they say yes?"),
        help_text=_(
            "What works, what has been agreed, what comes next. Not everything."
        ),
        rows=4,
        required=False,
    )
    from_on = forms.DayField(label=_("From when?"), required=False)

    def __init__(
        self, *args: Any, people: Iterable[Employment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["to"].offer(people)  # type: ignore[attr-defined]


class DeclineForm(forms.Once):
    answer = forms.TextField(
        label=_("Why not?"),
        help_text=_("The one who asks reads this, and finds another way."),
        rows=3,
    )


class MoveForm(forms.Once):
    unit = forms.RecordField(
        label=_("Where does the child belong now?"),
        queryset=Unit.objects.none(),
        empty_label=_("Choose"),
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
