"""The action guide of the tests' first municipality: Kvinesdal's own, three numbers."""

from pathlib import Path

from laget.guide.models import Contact, Factor, Level, Step
from laget.guide.profile import read_guide
from laget.organisation.models import Municipality
from laget.organisation.profile.reading import read_toml

PROFILES = Path(__file__).resolve().parents[1] / "profiles"
NUMBERS = (
    ("Politi", "112", "Noen er i fare akkurat nå.", True),
    ("Barnevernvakta", "00 00 01 16", "Kvelder, netter og helger.", True),
    ("Barnevernet", "00 00 00 10", "Hverdager. Du kan drøfte anonymt.", False),
)
FACTOR = ("code", "side", "group", "nb", "nn", "en", "source")


def build(municipality: Municipality, using: str) -> None:
    guide = read_guide(PROFILES / "kvinesdal")
    for level in guide.levels:
        Level.objects.using(using).create(municipality=municipality, **vars(level))
    for position, step in enumerate(guide.steps):
        facts = {**vars(step), **vars(step.words)}
        del facts["words"]
        Step.objects.using(using).create(
            municipality=municipality, position=position, **facts
        )
    for position, (name, number, when, urgent) in enumerate(NUMBERS):
        Contact.objects.using(using).create(
            municipality=municipality,
            name=name,
            number=number,
            when=when,
            is_emergency=urgent,
            position=position,
        )
    _factors(using)


def _factors(using: str) -> None:
    table = read_toml(PROFILES / "shared" / "factors.toml")
    for position, each in enumerate(table.tables("factors")):
        facts = {name: each.text(name) for name in FACTOR}
        Factor.objects.using(using).create(position=position, **facts)
