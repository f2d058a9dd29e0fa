"""What is asked of somebody who asks for help, in the order of a conversation."""

from typing import Any

from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from laget.intake.asking import places
from laget.intake.models import ForWhom, Reach
from laget.organisation.models import Municipality
from laget.web import forms

FIGURES = 5  # fewer are no telephone number
BY_PHONE = (Reach.PHONE, Reach.TEXT)


class HelpForm(forms.Once):
    words = forms.TextField(
        label=_("What do you want help with?"),
        help_text=_("In your own words. A few are enough."),
        rows=5,
    )
    for_whom = forms.ChoiceField(label=_("Who needs help?"), choices=ForWhom.choices)
    reach = forms.ChoiceField(label=_("How can we answer you?"), choices=Reach.choices)
    phone = forms.LineField(label=_("Telephone"), max_length=40, required=False)
    email = forms.LineField(label=_("E-mail"), max_length=254, required=False)
    quietly = forms.TickField(
        label=_("Be careful: others at home are not to know that I asked"),
        help_text=_("Then we hang up if anyone else answers, and leave no message."),
    )
    name = forms.LineField(
        label=_("What may we call you?"),
        help_text=_("You choose. We do not fill it in for you."),
        required=False,
    )
    language = forms.LineField(
        label=_("Which language do you want to speak?"), max_length=100, required=False
    )
    interpreter = forms.TickField(label=_("I need an interpreter"))

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name, kind in (("phone", "tel"), ("email", "email")):
            self.fields[name].widget.attrs["inputmode"] = kind

    @property
    def asked(self) -> dict[str, Any]:
        """For `intake.asking.ask_as`."""
        return dict(self.cleaned_data)

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if email:
            validate_email(email)
        return email

    def clean(self) -> None:
        """How one wants to be answered needs somewhere to answer."""
        told = super().clean() or self.cleaned_data
        figures = sum(letter.isdigit() for letter in told.get("phone", ""))
        if told.get("reach") in BY_PHONE and "phone" in told and figures < FIGURES:
            self.add_error("phone", _("Write your telephone number."))
        if told.get("reach") == Reach.EMAIL and told.get("email") == "":
            self.add_error("email", _("Write your e-mail address."))


class HelpSomewhereForm(HelpForm):
    """For somebody with no child here: also which municipality."""

    municipality = forms.RecordField(
        label=_("Where do you live?"),
        queryset=Municipality.objects.none(),
        empty_label=_("Choose a municipality"),
    )
    field_order = ("once", "municipality")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        field: Any = self.fields["municipality"]
        field.queryset = places()
