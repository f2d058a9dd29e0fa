"""Yes, no, another time; and one's own words for the agenda."""

from django.utils.translation import gettext_lazy as _

from laget.meetings.models import Coming
from laget.web import forms


class ComingForm(forms.Once):
    """One's own answer: it can be changed as often as one likes."""

    said = forms.ChoiceField(
        label=_("Can you come?"),
        choices=[
            (Coming.YES, _("Yes, I will come")),
            (Coming.NO, _("No, I cannot come")),
            (Coming.OTHER_TIME, _("Another time is better for me")),
        ],
    )
    words = forms.TextField(
        label=_("Do you want to say more?"),
        help_text=_("For example which days are best. The team reads this."),
        rows=3,
        required=False,
        max_length=2_000,
    )


class TakeUpForm(forms.Once):
    """What one wants to talk about, in one's own words."""

    text = forms.TextField(
        label=_("What do you want us to talk about?"),
        help_text=_("Everyone who is asked to the meeting can read this."),
        rows=3,
        max_length=2_000,
    )
