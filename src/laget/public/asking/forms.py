"""What is asked of one who asks for help: little, and most of it may be left out."""

from typing import Any
from unicodedata import category

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from laget.intake.models import Age, ForWhom, Reach
from laget.public.asking.voices import Voice
from laget.web import forms

FIGURES = 5  # fewer are no telephone number
BY_PHONE = (Reach.PHONE, Reach.TEXT)
EMPTY = "web_page"  # a field that people do not see, and that must stay empty


class AskForm(forms.Once):
    """In the order in which a conversation would go: what, for whom, how to answer."""

    words = forms.TextField(
        rows=6,
        error_messages={"required": _("Write a few words, so that we can help.")},
    )
    for_whom = forms.ChoiceField(
        label=_("Who needs help?"),
        choices=ForWhom.choices,
        error_messages={"required": _("Choose one of these.")},
    )
    reach = forms.ChoiceField(
        label=_("How can we answer you?"),
        choices=Reach.choices,
        error_messages={"required": _("Choose one of these.")},
    )
    phone = forms.LineField(label=_("Telephone"), max_length=40, required=False)
    email = forms.LineField(label=_("E-mail"), max_length=254, required=False)
    quietly = forms.TickField(
        label=_("Be careful: others at home are not to know that I asked"),
        help_text=_("Then we hang up if anyone else answers, and leave no message."),
    )
    name = forms.LineField(label=_("What may we call you?"), required=False)
    age = forms.ChoiceField(
        label=_("How old is the one who needs help?"),
        choices=Age.choices,
        widget=forms.Select(),
        required=False,
    )
    when = forms.LineField(label=_("When does it suit you?"), required=False)
    language = forms.LineField(
        label=_("Which language do you want to speak?"), max_length=100, required=False
    )
    interpreter = forms.TickField(label=_("I need an interpreter"))
    web_page = forms.LineField(label=_("Leave this empty"), required=False)

    def __init__(self, data: Any = None, *, voice: Voice, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["words"].label = str(voice.label)
        self.fields["words"].help_text = str(voice.hint)
        quiet = {"tabindex": "-1", "autocomplete": "off"}
        self.fields[EMPTY].widget.attrs.update(quiet)
        for name, kind in (("phone", "tel"), ("email", "email")):
            self.fields[name].widget.attrs["inputmode"] = kind

    @property
    def asked(self) -> dict[str, Any]:
        """For `intake.asking.ask`."""
        without = ("once", EMPTY)
        return {k: v for k, v in self.cleaned_data.items() if k not in without}

    def clean_words(self) -> str:
        """Something one can see: a letter, a sign, a picture."""
        words = str(self.cleaned_data["words"])
        if not any(category(letter)[0] in "LNPS" for letter in words):
            raise ValidationError(self.fields["words"].error_messages["required"])
        return words

    def clean_web_page(self) -> str:
        """A machine fills in everything. A person's browser may, too: say so kindly."""
        if self.cleaned_data[EMPTY]:
            raise ValidationError(
                _("Empty this field and send again. Nothing you wrote is lost.")
            )
        return ""

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
