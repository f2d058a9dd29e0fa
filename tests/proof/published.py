"""What a municipality has written: some of it open to all, some its administrator's."""

from laget.catalogue.models import Programme
from laget.guide.models import Guide
from laget.kernel.acting import Role, acting
from laget.organisation.models import ProfileVersion, Service, Upload
from laget.organisation.profile import editing
from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.facts import filled
from laget.plans.models import Plan
from tests.proof.walking import NOWHERE

PROGRAMME = {
    "name": "Åpen barnehage",
    "about": "Kom når du vil.",
    "tiers": ["green"],
    "age_from": 0,
    "age_to": 6,
    "status": "running",
    "source": "Oss selv",
    "checked_on": "2026-11-01",
}
PLAN = {"title": "Planen vår", "source": "Oss selv", "from_year": 2026}
OPEN = {"name": "programmes", "kind": "programmes", "key": "staff"}


def publish(place, administrator):
    """A programme and a plan, a table that has been looked at; where each is found."""
    with acting(administrator.pk, Role.STAFF):
        version = _published(place, "programmes", PROGRAMME, administrator)
        _published(place, "plan", PLAN, administrator)
        upload = Upload.objects.create(
            municipality=place, kind="programmes", file_name="a.csv", by=administrator
        )
    return OPEN | {
        "municipality": place.pk,
        "slug": place.slug,
        "version": version.pk,
        "upload": upload.pk,
        "programme": Programme.objects.get(
            municipality=place, name=PROGRAMME["name"]
        ).pk,
        "service": Service.objects.of(place).first().pk,
        "plan": Plan.objects.get(municipality=place, title=PLAN["title"]).pk,
        "key": Guide.objects.of(place).first().key,
    }


def not_published(place):
    """Another municipality, which has nothing of the kind."""
    nothing = dict.fromkeys(["version", "upload", "programme", "service"], NOWHERE)
    there = {"municipality": place.pk, "slug": place.slug, "plan": NOWHERE}
    return OPEN | nothing | there


def _published(place, name, facts, by):
    section = SECTIONS[name]
    facts = filled(section.fields, facts)
    key = facts[section.key]
    editing.save_draft(place, section, key, facts, by=by)
    editing.publish(editing.record(place, section, key).item, place, by=by)
    return ProfileVersion.objects.get(item__section=name, item__key=key)
