"""What is typed about who shall not see a record."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.children.models import Child, Guardianship, Shield
from laget.staff.shields.asking import BECAUSE, ReadersField
from laget.web import forms


class ShieldForm(forms.Once):
    """From whom to hold it back; those who do not see it already are no choice."""

    readers = ReadersField(label=_("Who shall not read it?"))
    because = forms.ChoiceField(label=_("Why?"), choices=BECAUSE)

    def __init__(
        self, *args: Any, child: Child, held: Sequence[Shield], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        already = {one.guardian_id for one in held}
        seeing = [one for one in child.guardianships.seeing() if one.pk not in already]
        field = self.fields["readers"]
        assert isinstance(field, ReadersField)
        field.offer_to_leave_out(seeing)
        self.is_full = None in already

    def chosen(self) -> tuple[Guardianship | None, str]:
        """The guardian, or None for all of them; and why."""
        told, field = self.cleaned_data, self.fields["readers"]
        assert isinstance(field, ReadersField)
        return field.guardians.get(told["readers"]), told["because"]
