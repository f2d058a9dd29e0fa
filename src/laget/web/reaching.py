"""How somebody wants to be told that there is something new: the same for everybody."""

import re
from typing import Any

from django import forms as django_forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.messaging import outside, reaching
from laget.messaging.models import By
from laget.web import forms

HERE = re.compile(r"[2-9]\d{7}")  # a Norwegian number, as people write it
WHOLE = re.compile(r"\+[1-9]\d{6,14}")


class ReachForm(forms.Form):
    """One neutral text, by mail or SMS, in the ways that this installation has."""

    by = forms.ChoiceField(label=_("How do you want to be told?"), choices=By.choices)
    email = forms.LineField(
        label=_("Your e-mail address"),
        max_length=254,
        required=False,
        widget=django_forms.TextInput(
            attrs={"autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        ),
    )
    phone = forms.LineField(
        label=_("Your mobile number"),
        max_length=20,
        required=False,
        widget=django_forms.TextInput(
            attrs={"autocomplete": "tel", "inputmode": "tel"}
        ),
    )

    def __init__(self, data: Any, user: User) -> None:
        self.reach = reaching.reach_of(user)
        now = self.reach
        begun = {"by": now.by, "email": now.email, "phone": now.phone}
        super().__init__(data, initial=begun)
        self.ways = outside.ways()
        known = {By.NONE, *self.ways, By(now.by)}
        choices = [one for one in By.choices if one[0] in known]
        self.fields["by"].choices = choices  # type: ignore[attr-defined]
        for name, by in (("email", By.MAIL), ("phone", By.SMS)):
            if by not in known:
                del self.fields[name]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email:
            validate_email(email)
        return email

    def clean_phone(self) -> str:
        """With its country: eight digits are a Norwegian number."""
        typed = re.sub(r"[\s().-]", "", self.cleaned_data["phone"])
        number = re.sub(r"^00", "+", typed)
        number = f"+47{number}" if HERE.fullmatch(number) else number
        if number and not WHOLE.fullmatch(number):
            raise django_forms.ValidationError(_("Write the number with its country."))
        return number

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        needs = {By.MAIL: "email", By.SMS: "phone"}.get(typed.get("by", ""))
        if needs and not typed.get(needs) and needs not in self.errors:
            self.add_error(needs, _("This must be filled in."))
        return typed

    def save(self, user: User) -> None:
        typed = self.cleaned_data
        reaching.choose(
            user,
            by=typed["by"],
            email=typed.get("email", ""),
            phone=typed.get("phone", ""),
        )
