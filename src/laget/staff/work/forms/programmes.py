"""What the team says a goal is about, and what it looks for among the programmes."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from laget.catalogue.models import Arena, Need, Tier
from laget.web import forms

CHOSEN = "chosen"


def areas() -> list[Need]:
    """The three sides and the eleven areas under them. One statement."""
    return list(Need.objects.filter(depth__lte=2))


class NeedsField(forms.ManyField):
    """Which of the eleven areas a goal is about, as the team itself says it."""

    def __init__(self) -> None:
        super().__init__(
            label=_("What is it about?"),
            help_text=_(
                "If you wish, so that you find what exists for it. A word to look by: "
                "it is never counted, and says nothing about how the child is doing."
            ),
            required=False,
        )

    def offer(self, needs: Sequence[Need], chosen: Sequence[str] = ()) -> None:
        """Say what can be chosen; what was chosen before is not lost."""
        language = get_language() or "nb"
        sides = {need.code: need.words(language) for need in needs if need.depth == 1}
        under = [need for need in needs if need.depth == 2]
        by_side = groupby(under, key=lambda need: need.code.partition(".")[0])
        known = {need.code for need in under}
        lost: list[Any] = [(code, code) for code in chosen if code not in known]
        sorted_by_side: list[Any] = [
            (sides.get(side, side), [(n.code, n.words(language)) for n in its])
            for side, its in by_side
        ]
        self.choices = [*sorted_by_side, *lost]


class ProgrammeFilter(forms.Form):
    """Narrows the list of programmes. What is chosen here is stored nowhere."""

    need = forms.ChoiceField(
        label=_("What it is about"), widget=forms.Select(), required=False
    )
    tier = forms.ChoiceField(
        label=_("For whom"),
        choices=[("", _("All")), *Tier.choices],
        widget=forms.Select(),
        required=False,
    )
    arena = forms.ChoiceField(
        label=_("Where"),
        choices=[("", _("All")), *Arena.choices],
        widget=forms.Select(),
        required=False,
    )

    def __init__(
        self, *args: Any, areas: Sequence[Need], chosen: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        language = get_language() or "nb"
        known = [(a.code, a.words(language)) for a in areas if a.depth == 2]
        first = [(CHOSEN, _("What you said the goal is about"))] if chosen else []
        self.fields["need"].choices = [("", _("All")), *first, *known]  # type: ignore[attr-defined]
        if not known:
            del self.fields["need"]

    def clean(self) -> dict[str, Any]:
        return {"need": "", **self.cleaned_data}
