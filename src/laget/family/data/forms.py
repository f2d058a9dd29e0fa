"""What one writes about something that is written."""

from django.utils.translation import gettext_lazy as _

from laget.web import forms


class CorrectionForm(forms.Once):
    text = forms.TextField(
        label=_("What is not right, and how should it be?"),
        help_text=_("In your own words."),
        rows=5,
        max_length=4000,
    )


class CommentForm(forms.Once):
    text = forms.TextField(
        label=_("Your comment"),
        help_text=_("All who help can read it. Others in the family cannot."),
        rows=5,
        max_length=4000,
    )
