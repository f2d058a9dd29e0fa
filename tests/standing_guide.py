"""The action guide of the tests' first municipality: Kvinesdal's own, three numbers."""

from pathlib import Path

from laget.guide.models import Contact, Factor, Guide, Level, Step
from laget.organisation.models import Municipality
from laget.organisation.profile.reading import read_folder

PROFILES = Path(__file__).resolve().parents[1] / "profiles"
NUMBERS = (
    ("Politi", "112", "Noen er i fare akkurat nå.", True),
    ("Barnevernvakta", "00 00 01 16", "Kvelder, netter og helger.", True),
    ("Barnevernet", "00 00 00 10", "Hverdager. Du kan drøfte anonymt.", False),
)
LEVEL = ("key", "name", "level", "about", "time")
STEP = (
    *("key", "title", "what", "how", "who", "tools", "forms", "services", "deadlines"),
    *("rule", "law", "verb"),
)


def build(municipality: Municipality, using: str) -> None:
    guide = Guide.objects.using(using).create(
        municipality=municipality, key="staff", title="Handlingsveileder"
    )
    _graph(guide, using)
    for position, (name, number, when, urgent) in enumerate(NUMBERS):
        Contact.objects.using(using).create(
            municipality=municipality,
            name=name,
            number=number,
            when=when,
            is_emergency=urgent,
            position=position,
        )
    for position, item in enumerate(_items("shared", "factors")):
        Factor.objects.using(using).create(position=position, **item)


def _graph(guide: Guide, using: str) -> None:
    facts = _items("lister", "guides")[0]
    levels = {}
    for position, each in enumerate(facts["levels"]):
        said = {name: each[name] for name in LEVEL}
        levels[each["key"]] = Level.objects.using(using).create(
            guide=guide, position=position, **said
        )
    for position, each in enumerate(facts["steps"]):
        stage = levels[each["level"]]
        Step.objects.using(using).create(
            guide=guide,
            stage=stage,
            level=stage.level,
            position=position,
            number=each["number"] or each["key"],
            leads_to=each["next"],
            **{name: each[name] for name in STEP},
        )


def _items(folder: str, section: str) -> list[dict[str, object]]:
    return [i.facts for i in read_folder(PROFILES / folder) if i.section == section]
