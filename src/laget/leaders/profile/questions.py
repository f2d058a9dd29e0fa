"""A form for any record of a profile, made from what is declared about it.

Small rows stand in the form itself, with an empty one to add; large ones, such as the
steps of a guide, have a page each.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from laget.organisation.profile import fields as declared
from laget.organisation.profile.declaring import Facts
from laget.web import forms

FEW = 6
MANY = 40
Known = Callable[[str], Sequence[str]]  # the keys that a link may name


def is_large(field: declared.Field) -> bool:
    """Whether its rows are worth a page each."""
    if not isinstance(field, declared.Rows):
        return False
    nested = any(isinstance(f, declared.Rows | declared.Group) for f in field.fields)
    return bool(field.key) and (nested or len(field.fields) > FEW or bool(field.prose))


def form_for(
    fields: Sequence[declared.Field],
    facts: Facts,
    known: Known,
    data: Mapping[str, Any] | None = None,
) -> forms.Form:
    """A form that asks for these facts, filled in with what they are now."""
    asked = dict(_asked(fields, facts, known))
    made = type("RecordForm", (forms.Form,), asked)
    return made(data, initial=typed_now(fields, facts))  # type: ignore[no-any-return]


def typed_now(fields: Sequence[declared.Field], facts: Facts) -> dict[str, Any]:
    """The facts as they would stand in the form."""
    return dict(_initial(fields, facts))


@dataclass(frozen=True)
class Part:
    """What belongs together in the form: a group of facts, or one small row."""

    title: str
    fields: list[Any]


def parts_of(fields: Sequence[declared.Field], form: forms.Form) -> list[Part]:
    """The form in parts, as it is read: loose facts, groups, and rows by number."""
    found: list[Part] = []
    for each in fields:
        if isinstance(each, declared.Group):
            found += _group(each, form, f"{each.name}.")
        elif isinstance(each, declared.Rows):
            found += _numbered(each, form)
        elif found and not found[-1].title:
            found[-1].fields.append(form[each.name])
        else:
            found.append(Part("", [form[each.name]]))
    return [part for part in found if part.fields]


def _group(group: declared.Group, form: forms.Form, before: str) -> Iterator[Part]:
    plain, inner = [], []
    for each in group.fields:
        if isinstance(each, declared.Group):
            inner += list(_group(each, form, f"{before}{each.name}."))
        elif f"{before}{each.name}" in form.fields:
            plain.append(form[f"{before}{each.name}"])
        elif isinstance(each, declared.Rows):
            inner += _numbered(each, form, before)
    yield Part(str(group.label), plain)
    yield from inner


def _numbered(rows: declared.Rows, form: forms.Form, before: str = "") -> list[Part]:
    found, nr = [], 0
    while said := [
        form[name]
        for each in rows.fields
        if (name := f"{before}{rows.name}.{nr}.{each.name}") in form.fields
    ]:
        nr += 1
        found.append(Part(f"{rows.label} {nr}", said))
    return found


def facts_of(
    fields: Sequence[declared.Field], form: forms.Form, before: Facts
) -> Facts:
    """The facts as they are kept; what has a page of its own stays as it was."""
    return {
        each.name: _fact(each, each.name, form.cleaned_data, before.get(each.name))
        for each in fields
    }


def _asked(
    fields: Sequence[declared.Field], facts: Facts, known: Known, before: str = ""
) -> Iterator[tuple[str, Any]]:
    for each in fields:
        name = f"{before}{each.name}"
        if isinstance(each, declared.Group):
            inner = [_optional(f) for f in each.fields] if not each.required else None
            yield from _asked(
                inner or each.fields, facts.get(each.name) or {}, known, f"{name}."
            )
        elif isinstance(each, declared.Rows):
            if is_large(each):
                continue
            rows = facts.get(each.name) or []
            loose = [_optional(f) for f in each.fields]
            for nr in range(len(rows) + 1):
                row = rows[nr] if nr < len(rows) else {}
                yield from _asked(loose, row, known, f"{name}.{nr}.")
        else:
            yield name, _field(each, known)


def _optional(field: declared.Field) -> declared.Field:
    """A row that is left empty is no row: its facts are asked for when it is saved."""
    if not field.required or isinstance(field, declared.Group | declared.Rows):
        return field
    values = {**vars(field), "required": False}
    return type(field)(**values)


def _initial(
    fields: Sequence[declared.Field], facts: Facts, before: str = ""
) -> Iterator[tuple[str, Any]]:
    for each in fields:
        name, fact = f"{before}{each.name}", facts.get(each.name)
        if isinstance(each, declared.Group):
            yield from _initial(each.fields, fact or {}, f"{name}.")
        elif isinstance(each, declared.Rows):
            for nr, row in enumerate([] if is_large(each) else fact or []):
                yield from _initial(each.fields, row, f"{name}.{nr}.")
        elif isinstance(each, declared.Day):
            yield name, date.fromisoformat(fact) if fact else None
        elif isinstance(each, declared.Texts | declared.Links):
            yield name, "\n".join(fact or [])
        else:
            yield name, fact


def _field(field: declared.Field, known: Known) -> django_forms.Field:
    told: dict[str, Any] = {"label": field.label, "help_text": field.help}
    told["required"] = field.required
    match field:
        case declared.Number():
            return django_forms.IntegerField(
                min_value=field.least, max_value=field.most, **told
            )
        case declared.Yes():
            return forms.TickField(label=field.label, help_text=field.help)
        case declared.Day():
            told.pop("help_text")
            return forms.DayField(**told)
        case declared.Choice():
            return _choice([*_none(field), *field.known], told)
        case declared.Choices():
            return forms.ManyField(choices=field.known, **told)
        case declared.Link():
            names = known(field.to)
            return _choice([*_none(field), *((n, n) for n in names)], told)
        case declared.Links() | declared.Texts():
            told["help_text"] = field.help or _("One on each line.")
            return forms.TextField(rows=3, **told)
        case declared.Text(long=True):
            return forms.TextField(rows=4, **told)
        case declared.Text():
            return forms.LineField(max_length=field.longest, **told)
    raise TypeError(field)


def _none(field: declared.Field) -> list[tuple[str, Any]]:
    return [] if field.required else [("", _("Not said"))]


def _choice(choices: list[tuple[str, Any]], told: dict[str, Any]) -> django_forms.Field:
    return forms.ChoiceField(choices=choices, widget=forms.Select(), **told)


def _fact(field: declared.Field, name: str, typed: Mapping[str, Any], old: Any) -> Any:
    match field:
        case declared.Group():
            inner = {
                f.name: _fact(f, f"{name}.{f.name}", typed, (old or {}).get(f.name))
                for f in field.fields
            }
            return inner if field.required or _says(inner) else {}
        case declared.Rows():
            return old or [] if is_large(field) else list(_rows(field, name, typed))
        case declared.Day():
            found = typed.get(name)
            return found.isoformat() if found else None
        case declared.Texts() | declared.Links():
            lines = str(typed.get(name) or "").splitlines()
            return [line.strip() for line in lines if line.strip()]
        case _:
            return typed.get(name)


def _rows(field: declared.Rows, name: str, typed: Mapping[str, Any]) -> Iterator[Facts]:
    nr = 0
    while any(f"{name}.{nr}.{f.name}" in typed for f in field.fields):
        row = {
            f.name: _fact(f, f"{name}.{nr}.{f.name}", typed, None) for f in field.fields
        }
        if _says(row):
            yield row
        nr += 1


def _says(facts: Facts) -> bool:
    """Whether anything at all is filled in."""
    return any(fact not in (None, "", [], {}, False) for fact in facts.values())
