"""What one asks the data-protection officer."""

from django.utils.translation import gettext_lazy as _

from laget.web import forms


class WonderForm(forms.Once):
    text = forms.TextField(
        label=_("What do you wonder about?"),
        help_text=_("A few words are enough. You need not give a reason."),
        rows=4,
        max_length=4000,
    )
