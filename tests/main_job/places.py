"""Who does the main job in each municipality, and what is their own there."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from laget.demonstration.loading import PROFILES
from laget.organisation.profile.declaring import in_order
from laget.organisation.profile.reading import read_profile


@dataclass(frozen=True)
class Place:
    """One municipality's part in the main job; names are those of the demonstration."""

    slug: str
    language: str
    worried: str
    team: str
    adviser: str
    service: str
    helper: str
    next_holder: str
    early_form: str  # the key of a form about a concern
    late_form: str  # and of one in the log
    beside: Path = PROFILES

    @property
    def whole(self):
        return whole(self.beside / self.slug)

    @property
    def guide(self):
        guides = self.whole.all("guides")
        return next(item.facts for item in guides if item.key == "staff")

    def form(self, key):
        """The title of a form."""
        return self.whole.get("forms", key).facts["title"]

    def steps(self, verb):
        """The titles of the guide's steps at which one does this."""
        return [s["title"] for s in self.guide["steps"] if s.get("verb") == verb]

    def forms_of_the_guide(self):
        """Those that stand at the steps of the clarification, by their titles."""
        first = {x["key"] for x in self.guide["levels"] if x["level"] == 0}
        early = [s for s in self.guide["steps"] if s["level"] in first]
        return {self.form(key) for step in early for key in step["forms"]}

    def level(self, degree):
        """What the first level at a degree of co-operation is called."""
        return next(x["name"] for x in self.guide["levels"] if x["level"] == degree)


@cache
def whole(folder):
    return read_profile(folder)


def everything_it_says(place):
    """All texts of its profile, whatever they are about."""
    for section in in_order():
        for item in place.whole.all(section.name):
            yield from _texts(item.facts)


def _texts(said):
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        yield from (text for each in said.values() for text in _texts(each))
    elif isinstance(said, list | tuple):
        yield from (text for each in said for text in _texts(each))


@cache
def own_words(place):
    """What it calls its levels, steps, teams and forms."""
    guide, all_of = place.guide, place.whole.all
    return frozenset(
        [
            guide["title"],
            *(level["name"] for level in guide["levels"]),
            *(step["title"] for step in guide["steps"]),
            *(item.facts["name"] for item in all_of("team_kinds")),
            *(item.facts["title"] for item in all_of("forms")),
        ]
    )


PLACES = [
    Place(
        slug="vennesla",
        language="nb",
        worried="Vegard Røynås",
        team="Kompetanseteam Tømmerrenna skole",
        adviser="Oddvar Hommedal",
        service="PPT i Vennesla",
        helper="Oddvar Hommedal",
        next_holder="Mona Steinhaug",
        early_form="kunnskapsmodellen",
        late_form="barnets-beste",
    ),
    Place(
        slug="lillesand",
        language="nb",
        worried="Emil Kjekstad",
        team="Drøfting uten navn i Lillesand",
        adviser="Hedda Møglund",
        service="Barnevernstjenesten for Kristiansandsregionen",
        helper="Hedda Møglund",
        next_holder="Torill Strandvik",
        early_form="peilemerker",
        late_form="alternativ-arena",
    ),
    Place(
        slug="kvinesdal",
        language="nb",
        worried="Signe Rørvik",
        team="Ressursgruppe Elvebakken barnehage",
        adviser="Elisabet Vik",
        service="PPT for Lister",
        helper="Elisabet Vik",
        next_holder="Berit Tveiten",
        early_form="concern",
        late_form="barnehagestart",
    ),
    Place(
        slug="aasnes",
        language="nb",
        worried="Simen Kvernmoen",
        team="Skolehelseteam Storfuru skole",
        adviser="Else Gjesåsen",
        service="Helsestasjonen og skolehelsetjenesten i Åsnes",
        helper="Else Gjesåsen",
        next_holder="Birgit Nordhagamo",
        early_form="concern",
        late_form="offer-note",
    ),
    Place(
        slug="tokke",
        language="nn",
        worried="Aud Homlid",
        team="TST Steinbakken skule",
        adviser="Gjermund Flatin",
        service="PPT for Vest-Telemark",
        helper="Gjermund Flatin",
        next_holder="Tarjei Lårdal",
        early_form="concern",
        late_form="minutes",
    ),
]
