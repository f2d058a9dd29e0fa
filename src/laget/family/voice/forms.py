"""What a child may answer: faces for six parts of life, and its own words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from laget.children.models import Child, Guardianship
from laget.voices.actions import WRITTEN
from laget.voices.areas import Area, Face, name_of
from laget.voices.models import Voice
from laget.voices.showing import TEXTS
from laget.web import forms

SKIP = ("", pgettext_lazy("how it is", "Skip"))
PREFIX = "area_"
HELP = {
    "say": _("Anything you want. Long or short."),
    "take_up": _("We bring it up, so that you do not have to."),
    "there": _("Someone you feel safe with?"),
    "not_there": _("You do not have to say why."),
    "how_told": _("By whom? When? Written down, or said?"),
}
WORDS = [key for key, _name in TEXTS]


@dataclass(frozen=True)
class Part:
    """One part of life as the form asks about it."""

    area: str
    field: BoundField


class VoiceForm(forms.Versioned):
    """Nothing must be answered. `draft` is what was begun; without one it is empty."""

    helped_by = forms.LineField(
        label=_("Who is helping?"),
        help_text=_("As the child calls you, for example Mum or Kari."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        child: Child,
        draft: Voice | None,
        is_own: bool,
    ) -> None:
        super().__init__(data, initial=_begun(draft))
        if is_own:
            self.fields["helped_by"].label = _("Did someone help you? Who?")
            self.fields["helped_by"].help_text = ""
        for area in Area.values:
            self.fields[f"{PREFIX}{area}"] = forms.ChoiceField(
                label=name_of(area, child),
                choices=[*Face.choices, SKIP],
                required=False,
            )
        for key, name in TEXTS:
            rows = 5 if key == "say" else 2
            self.fields[key] = forms.TextField(
                label=name, help_text=HELP[key], required=False, rows=rows
            )
            self.fields[key].widget.attrs["class"] = "ds-input"

    @property
    def parts(self) -> Iterator[Part]:
        for area in Area.values:
            yield Part(area, self[f"{PREFIX}{area}"])

    @property
    def words(self) -> list[BoundField]:
        return [self[key] for key in WORDS]

    def written(self) -> dict[str, Any]:
        """As the action takes it."""
        typed = dict(self.cleaned_data)
        areas = {area: typed.get(f"{PREFIX}{area}", "") for area in Area.values}
        kept = {name: typed[name] for name in WRITTEN if name in typed}
        return {
            "version": typed["version"],
            "areas": {area: face for area, face in areas.items() if face},
            **kept,
        }


class ShareForm(forms.Form):
    """The one clear act; a guardian reads it only if ticked, and nobody is at first."""

    open_to = forms.RecordsField(
        label=_("Which guardians may read it too?"),
        help_text=_("Whom you do not tick, does not see that it is here."),
        queryset=Guardianship.objects.none(),
        required=False,
    )

    def __init__(self, data: Any = None, *, guardians: list[Guardianship]) -> None:
        super().__init__(data)
        keys = [each.pk for each in guardians]
        field: Any = self.fields["open_to"]
        field.queryset = Guardianship.objects.filter(pk__in=keys)
        field.choices = [(str(each.pk), each.name) for each in guardians]
        if not guardians:
            del self.fields["open_to"]


def _begun(draft: Voice | None) -> dict[str, Any]:
    if draft is None:
        return {"version": 1, "areas": {}}
    chosen = {f"{PREFIX}{area}": face for area, face in draft.areas.items()}
    words = {key: getattr(draft, key) for key in (*WORDS, "helped_by")}
    return {"version": draft.version, **words, **chosen}
