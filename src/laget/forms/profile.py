"""The forms' part of a profile: a new version whenever what is asked has changed."""

from collections.abc import Sequence

from laget.forms.models import Template, TemplateVersion
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same

COPIED = ("title", "about", "purpose", "age_from", "age_to")


def write_forms(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        template = same(
            Template,
            {"municipality": municipality, "key": item.key},
            **{name: item.facts[name] for name in COPIED},
            position=position,
        )
        _new_version(template, item.facts)


def _new_version(template: Template, facts: Facts) -> None:
    newest = template.versions.first()
    if newest is None or newest.facts != facts:
        number = newest.number + 1 if newest else 1
        TemplateVersion.objects.create(template=template, number=number, facts=facts)
