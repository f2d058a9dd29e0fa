"""What one of the family types to the team."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from laget.threads.people import OfFamily, Reader, print_of
from laget.web import forms

Begun = dict[str, Any]  # what was being written here before, by field


class PostForm(forms.Once):
    """A message. It is sent to those the page has shown, and to nobody else."""

    text = forms.TextField(label=_("Your message"), rows=6)

    def __init__(
        self, data: Any = None, *, readers: Sequence[Reader], begun: Begun | None = None
    ) -> None:
        super().__init__(data, initial=begun)
        self.is_begun = bool(begun) and not self.is_bound
        self.shown = print_of([*readers])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if self.data.get("shown") != self.shown:
            raise ValidationError(
                _(
                    "Who reads this has changed since you opened the page. "
                    "Look at the list before you send."
                )
            )
        return typed


class StartForm(PostForm):
    """A new conversation: what it is about, and who in the family is in it, too."""

    subject = forms.LineField(label=_("What is it about?"), max_length=150)
    family = forms.ManyField(
        label=_("Who in the family can read it, too?"),
        help_text=_("Choose nobody, and only you and the team can read it."),
        required=False,
    )
    field_order = ("family", "subject", "text")

    def __init__(
        self,
        data: Any = None,
        *,
        readers: Sequence[Reader],
        others: list[OfFamily],
        begun: Begun | None = None,
    ) -> None:
        super().__init__(data, readers=readers, begun=begun)
        self.others = others
        if others:
            choices = [(one.key, f"{one.name} ({one.role})") for one in others]
            self.fields["family"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["family"]

    @property
    def chosen(self) -> list[OfFamily]:
        keys = self.cleaned_data.get("family", [])
        return [one for one in self.others if one.key in keys]
