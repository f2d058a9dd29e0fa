"""Three questions, each yes, partly or no; a word of one's own if one wants to."""

from django.utils.translation import gettext_lazy as _

from laget.voices.models import Felt
from laget.web import forms


class ExperienceForm(forms.Once):
    heard = forms.ChoiceField(label=_("Were you heard?"), choices=Felt.choices)
    helped = forms.ChoiceField(label=_("Did it help?"), choices=Felt.choices)
    kept = forms.ChoiceField(label=_("Did we do what we said?"), choices=Felt.choices)
    words = forms.TextField(
        label=_("A few words, if you want"),
        help_text=_("These are kept for you. Nobody else reads them."),
        required=False,
        rows=3,
        max_length=2000,
    )
