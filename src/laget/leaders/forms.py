"""What a leader fills in: an absence, and to whom something is handed on."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.kernel import clock
from laget.organisation.models import Employment
from laget.web import forms


class AbsenceForm(forms.Once):
    away_from = forms.DayField(label=_("Away from"), initial=clock.today)
    away_until = forms.DayField(
        label=_("Away until"),
        required=False,
        help_text=_("Leave it empty if nobody knows yet."),
    )


class HandOnForm(forms.Once):
    """To somebody of the leader's own units, also the leader, who then answers."""

    to = forms.RecordField(
        label=_("Who can take over?"), queryset=None, empty_label=_("Choose someone")
    )
    reason = forms.TextField(
        label=_("Why?"),
        rows=3,
        help_text=_("The one you ask reads this. Write nothing about the child."),
    )

    def __init__(self, *args: Any, leader: User, holder: User, **options: Any) -> None:
        super().__init__(*args, **options)
        units = Employment.objects.leading().filter(user=leader).values("unit")
        field = self.fields["to"]
        assert isinstance(field, forms.RecordField)
        field.queryset = (
            Employment.objects.present()
            .filter(unit__in=units)
            .exclude(user=holder)
            .for_choice()
        )
