"""The question beside all that is written: who in the family may read this?"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.children import actions
from laget.children.models import Child, Guardianship, ShieldedBecause
from laget.kernel.prepared import prepared
from laget.kernel.protected import ProtectedModel
from laget.web import forms

EVERYONE, NO_GUARDIAN = "everyone", "no_guardian"
BECAUSE = [
    (ShieldedBecause.CONFIDENCE.value, _("It was told in confidence")),
    (ShieldedBecause.SAFETY.value, _("It is safest so")),
]


@prepared
def _seeing(child: UUID) -> QuerySet[Guardianship]:
    return Guardianship.objects.filter(child=child).seeing()


class ReadersField(forms.ChoiceField):
    """Everyone, all but one guardian, or none of them. Gives what to hold back from."""

    guardians: dict[str, Guardianship]

    def offer(self, child: Child, guardians: Sequence[Guardianship]) -> None:
        """Whoever is barred is no choice: they see nothing anyway."""
        self.guardians = {str(one.pk): one for one in guardians}
        self.choices = [
            (EVERYONE, _("Everyone who can see the plan")),
            *((key, _not(one)) for key, one in self.guardians.items()),
            (NO_GUARDIAN, _no_guardian(child)),
        ]

    def offer_to_leave_out(self, guardians: Sequence[Guardianship]) -> None:
        """The same, of what is written already: whom it is held back from now."""
        self.guardians = {str(one.pk): one for one in guardians}
        names = [(key, one.name) for key, one in self.guardians.items()]
        self.choices = [*names, (NO_GUARDIAN, _("All the guardians"))]


class Readers(forms.Form):
    """Folded away beside a form: everyone reads it, unless somebody says otherwise."""

    template_name = "staff/shields/fields.html"
    still_seen: Any = ""  # what they see all the same
    readers = ReadersField(
        label=_("Who in the family may read this?"), initial=EVERYONE, required=False
    )
    because = forms.ChoiceField(
        label=_("Why?"),
        help_text=_("Only when somebody shall not read it."),
        choices=BECAUSE,
        required=False,
    )

    def __init__(self, *args: Any, child: Child | None, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = {name: self.fields.pop(name) for name in ("readers", "because")}
        if child:  # before a child is written down, no family can see anything
            field = asked["readers"]
            assert isinstance(field, ReadersField)
            field.offer(child, _seeing(child=child.pk))
            self.fields.update(asked)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if self.is_held_back and not told.get("because") and "because" in self.fields:
            self.add_error("because", _("Say why somebody shall not read it."))
        return told

    @property
    def is_held_back(self) -> bool:
        return bool(self.cleaned_data.get("readers") not in ("", None, EVERYONE))

    @property
    def is_open(self) -> bool:
        """Whether the question stands open: when it was answered, or not well."""
        wrong = {"readers", "because"} & set(self.errors)
        return self.is_bound and (bool(wrong) or self.is_held_back)

    def hold_back(self, record: ProtectedModel, child: Child | None, by: User) -> None:
        """As it was answered, in the same transaction as it was written."""
        if child is None or not self.is_held_back:
            return
        told, field = self.cleaned_data, self.fields["readers"]
        assert isinstance(field, ReadersField)
        actions.shield(
            record,
            child,
            from_=field.guardians.get(told["readers"]),
            because=ShieldedBecause(told["because"]),
            by=by,
        )


def _not(guardian: Guardianship) -> str:
    return gettext("Not %(name)s") % {"name": guardian.name}


def _no_guardian(child: Child) -> str:
    """The young person reads all that is theirs; a small child has no page."""
    own_page = child.age is not None and child.age >= child.municipality.own_page_age
    if own_page:
        return gettext("No guardian, only %(name)s") % {"name": child.first_name}
    return gettext("No guardian")
