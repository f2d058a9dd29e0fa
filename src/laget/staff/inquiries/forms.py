"""What is answered: in words the family reads; of a correction, whether it is made."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from laget.web import forms

CHANGED = [
    ("yes", _("It is corrected")),
    ("no", _("It is not changed")),
]


class AnswerForm(forms.Once):
    changed = forms.ChoiceField(label=_("What became of it?"), choices=CHANGED)
    text = forms.TextField(
        label=_("Your answer"),
        help_text=_("The family reads it. Plain words, and nobody else's affairs."),
        rows=6,
        max_length=8000,
    )

    def __init__(
        self, data: Any = None, *, is_correction: bool, **options: Any
    ) -> None:
        super().__init__(data, **options)
        if is_correction:
            self.fields["text"].help_text = _(
                "What was changed, or why not. The family reads it."
            )
        else:
            del self.fields["changed"]
