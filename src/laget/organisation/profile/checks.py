"""What must hold of a municipality, its services, units and teams."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Fault, Whole
from laget.organisation.profile.linking import unknown_place
from laget.organisation.profile.ordering import upside_down

NUMBER = re.compile(r"\d{4}")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# First words of Laget's own addresses, now and perhaps: no municipality can have one.
RESERVED = frozenset(
    (
        *("accessibility", "account", "admin", "administration", "agenda", "api"),
        *("children", "guest", "guests", "inquiries", "invitations", "kept"),
        *("logged-out", "messages", "minutes", "session", "sessions", "shields"),
        "voices",
        *("concerns", "consents", "day", "discussions", "emergency", "entries"),
        *("family", "forms", "goals", "guardians", "guide", "handovers", "healthy"),
        *("help", "inbox", "insight", "interventions", "language", "law", "leaders"),
        *("login", "logout", "logs", "meetings", "numbers", "offers", "people"),
        *("places", "plan", "plans", "privacy", "programmes", "public", "report"),
        *("reports", "requests", "search", "services", "speak", "static", "team"),
        *("unit", "units", "worried", "worry"),
    )
)


def numbers(whole: Whole) -> Iterator[Fault]:
    """A municipality's number has four digits, also the old ones and neighbours'."""
    head = whole.municipality
    if head is None:
        return
    given = [("number", head.facts["number"])]
    for name in ("numbers", "neighbours"):
        rows = enumerate(head.facts[name])
        given += [(f"{name}.{at}.number", row["number"]) for at, row in rows]
    for at, number in given:
        if number and not NUMBER.fullmatch(number):
            said = _('"{number}" is no municipality number: it has four digits.')
            yield Fault(head.at(at), said.format(number=number))


def name_of_folder(whole: Whole) -> Iterator[Fault]:
    """The folder's name is the municipality's address on the web."""
    head = whole.municipality
    if head is None:
        return
    if not SLUG.fullmatch(whole.name):
        said = _(
            'The folder "{name}" becomes an address on the web: use only a-z, digits '
            "and hyphens."
        )
        yield Fault(head.where, said.format(name=whole.name))
    if whole.name in RESERVED:
        said = _('"{name}" begins an address of Laget itself: call the folder another.')
        yield Fault(head.where, said.format(name=whole.name))


def periods(whole: Whole) -> Iterator[Fault]:
    head = whole.municipality
    for number in range(len(head.facts["numbers"])) if head else ():
        assert head
        yield from upside_down(head, "from", "until", f"numbers.{number}")


def places(whole: Whole) -> Iterator[Fault]:
    """Host and municipalities served are those we know."""
    for item in whole.all("services"):
        if item.facts["host"]:
            yield from unknown_place(whole, item, "host", item.facts["host"])
        for number, name in enumerate(item.facts["municipalities"]):
            yield from unknown_place(whole, item, f"municipalities.{number}", name)


def somewhere(whole: Whole) -> Iterator[Fault]:
    """Whoever is on fixed days at a place is at a unit, or at a place with a name."""
    for item in whole.all("presence"):
        if not item.facts["unit"] and not item.facts["place"]:
            yield Fault(item.where, _("Say where: a unit, or a place."))


def chairs(whole: Whole) -> Iterator[Fault]:
    """Every kind of team has someone who chairs it."""
    for item in whole.all("team_kinds"):
        if not item.facts["chair"]:
            said = _('The team "{name}" has no chair: write who chairs it.')
            yield Fault(item.where, said.format(name=item.facts["name"]))


def named_by_unit(whole: Whole) -> Iterator[Fault]:
    """A team in several units has the unit in its name, so that they differ."""
    for item in whole.all("teams"):
        if len(item.facts["units"]) > 1 and "{unit}" not in item.key:
            said = _("Write {unit} in the name, so that each unit's team has its own.")
            yield Fault(item.at("name"), said)
