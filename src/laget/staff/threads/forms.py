"""What somebody on the team types to the family, and how they want to be told."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from laget.threads.people import OfFamily, Reader, print_of
from laget.web import forms


class PostForm(forms.Once):
    """A message. It is sent to those the page has shown, and to nobody else."""

    text = forms.TextField(label=_("Your message"), rows=6)

    def __init__(self, data: Any = None, *, readers: Sequence[Reader]) -> None:
        super().__init__(data)
        self.shown = print_of([*readers])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if self.data.get("shown") != self.shown:
            raise ValidationError(
                _("Who reads this has changed since you opened the page. Look again.")
            )
        return typed


class StartForm(PostForm):
    """A new conversation, with those of the family who are chosen."""

    family = forms.ManyField(
        label=_("Whom in the family do you write to?"),
        help_text=_(
            "Only those you choose can read it. Nobody can be added afterwards."
        ),
    )
    subject = forms.LineField(
        label=_("What is it about?"),
        help_text=_("Short, and without words that are hard to meet."),
        max_length=150,
    )
    field_order = ("family", "subject", "text")

    def __init__(
        self, data: Any = None, *, readers: Sequence[Reader], family: list[OfFamily]
    ) -> None:
        super().__init__(data, readers=readers)
        self.of_family = family
        choices = [(one.key, f"{one.name} ({one.role})") for one in family]
        self.fields["family"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[OfFamily]:
        keys = self.cleaned_data["family"]
        return [one for one in self.of_family if one.key in keys]
