"""The forms' part of a profile: a new version whenever what is asked has changed."""

from collections.abc import Sequence

from laget.forms.models import Template, TemplateVersion
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Item
from laget.organisation.profile.rows import same_all

COPIED = ("title", "about", "purpose", "age_from", "age_to")


def write_forms(municipality: Municipality, items: Sequence[Item]) -> None:
    templates = same_all(
        Template.objects.filter(municipality=municipality),
        ("municipality", "key"),
        [
            {"municipality": municipality, "key": item.key, "position": position}
            | {name: item.facts[name] for name in COPIED}
            for position, item in enumerate(items)
        ],
    )
    _new_versions(list(zip(templates, items, strict=True)))


def _new_versions(pairs: Sequence[tuple[Template, Item]]) -> None:
    versions = TemplateVersion.objects.filter(template__in=[t for t, _item in pairs])
    latest = versions.order_by("template_id", "-number").distinct("template_id")
    newest = {each.template_id: each for each in latest}
    TemplateVersion.objects.bulk_create(
        TemplateVersion(
            template=template,
            number=before.number + 1 if before else 1,
            facts=item.facts,
        )
        for template, item in pairs
        for before in [newest.get(template.pk)]
        if before is None or before.facts != item.facts
    )
