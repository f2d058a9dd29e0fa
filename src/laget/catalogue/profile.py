"""The catalogue's part of a profile: the programmes a municipality says it has."""

from datetime import date

from laget.catalogue.models import Arena, Programme, Status, Tier
from laget.organisation.models import Municipality, Service
from laget.organisation.profile.reading import Table, read_toml
from laget.organisation.profile.rows import same
from laget.organisation.profile.sections import Profile

FILE = "programmes.toml"


def load_programmes(profile: Profile, municipality: Municipality) -> None:
    """A profile without programmes is allowed: the catalogue is then empty."""
    if not (profile.folder / FILE).exists():
        return
    table = read_toml(profile.folder / FILE)
    source, checked_on = table.text("source"), table.day("checked_on")
    for each in table.tables("programmes"):
        _load_programme(municipality, each, source, checked_on)
    table.done()


def _load_programme(
    municipality: Municipality, table: Table, source: str, checked_on: date
) -> None:
    facts = _read_facts(table) | _read_evidence(table.table("evidence"))
    service = _service(municipality, table)
    key: dict[str, object] = {"municipality": municipality, "name": table.text("name")}
    table.done()
    same(Programme, key, service=service, source=source, checked_on=checked_on, **facts)


def _read_facts(table: Table) -> dict[str, object]:
    return {
        "about": table.text("about"),
        "tiers": table.some_of("tiers", Tier.values),
        "arenas": table.some_of("arenas", Arena.values),
        "age_from": table.number("age_from"),
        "age_to": table.number("age_to"),
        "place": table.text("place"),
        "responsible": table.text("responsible"),
        "how_to_start": table.text("how_to_start"),
        "status": table.one_of("status", Status.values),
    }


def _read_evidence(table: Table) -> dict[str, object]:
    if not table.values:
        return {}
    evidence: dict[str, object] = {
        "evidence": table.text("level"),
        "evidence_source": table.text("source"),
        "evidence_year": table.number("year"),
    }
    table.done()
    return evidence


def _service(municipality: Municipality, table: Table) -> Service:
    """The service that owns it; shared ones are found through whom they serve."""
    name = table.text("service")
    service = Service.objects.filter(municipalities=municipality, name=name).first()
    if service is None:
        raise table.wrong("service", f'There is no service called "{name}".')
    return service
