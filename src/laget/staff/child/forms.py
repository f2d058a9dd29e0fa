"""What is typed about an entry."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.concerns.models import Heard
from laget.logs.models import EntryKind
from laget.staff.child.words import HEARD
from laget.staff.shields.asking import Readers
from laget.web import forms

KINDS = [
    (EntryKind.NOTE, _("A note")),
    (EntryKind.VOICE, _("The child's own words")),
    (EntryKind.CONVERSATION, _("A conversation")),
]


class WriteForm(Readers, forms.Once):
    """A new entry. The child's own words need to tell how they were heard."""

    kind = forms.ChoiceField(
        label=_("What do you write?"), choices=KINDS, initial=EntryKind.NOTE
    )
    text = forms.TextField(
        label=_("Text"),
        help_text=_(
            "What you saw and heard, in plain words. The family reads it on their page."
        ),
        rows=8,
    )
    heard = forms.ChoiceField(
        label=_("How was the child heard?"),
        help_text=_("Only for the child's own words."),
        choices=HEARD,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        is_voice = typed.get("kind") == EntryKind.VOICE
        if is_voice and not typed.get("heard") and "heard" not in self.errors:
            self.add_error("heard", _("Say how the child was heard."))
        if not is_voice:
            typed["heard"] = Heard.UNKNOWN
        return typed


class ChangeForm(forms.Versioned):
    """One's own words, corrected."""

    text = forms.TextField(label=_("Text"), rows=8)


class RecallForm(forms.Form):
    """Why a mistaken entry is taken away."""

    reason = forms.TextField(
        label=_("Why is it recalled?"),
        help_text=_(
            "This stands in its place, with your name. Do not repeat what was wrong."
        ),
        rows=3,
        max_length=1000,
    )
