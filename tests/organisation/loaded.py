"""What was loaded, and what people do to it."""

from pathlib import Path

from laget.catalogue.models import Need, Programme
from laget.forms.models import Template, TemplateVersion
from laget.guide.models import Contact, Factor, Guide, Level, Step
from laget.organisation.models import (
    Municipality,
    PlaceOnTheWeb,
    Presence,
    ProfileItem,
    ProfileVersion,
    Provision,
    Service,
    Team,
    TeamType,
    Unit,
)

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
NAMES = ["shared", "kvinesdal", "farsund", "haegebostad"]
TABLES = [
    *(Municipality, PlaceOnTheWeb, Service, Unit, Presence, TeamType, Team, Provision),
    *(Guide, Level, Step, Contact, Factor, Programme, Need, Template, TemplateVersion),
    *(ProfileItem, ProfileVersion, Service.municipalities.through),
]


def everything():
    return {
        model: list(model._default_manager.order_by("pk").values()) for model in TABLES
    }


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def edit(section, key, **facts):
    """What an administrator does in the browser."""
    item = ProfileItem.objects.get(profile__name="kvinesdal", section=section, key=key)
    item.facts = {**item.facts, **facts}
    item.save()


def how(loaded, key):
    return next(each.how for each in loaded.changes if each.key == key)
