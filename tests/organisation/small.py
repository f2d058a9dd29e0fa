"""A small municipality that is all right, for tests that break one thing in it."""

from pathlib import Path

MUNICIPALITY = """\
name = "Nyby"
number = "9901"
language = "nn"
builds_on = ["felles"]

[rules]
concern_days = 14

[rules.own_consent]
age = 16
law = "pbrl-4-3"
"""
SERVICES = """\
[[services]]
name = "Skulane"
kind = "school"
arena = "school"
about = "Grunnskule og SFO."
law = ["bvl-13-1"]
age_from = 6
age_to = 16
"""
UNITS = """\
[[units]]
name = "Bakken skule"
service = "Skulane"
"""
TEAMS = """\
[[team_kinds]]
key = "ressurs"
name = "Ressursteam"
kind = "core_group"
chair = "Rektor"

[[teams]]
name = "Ressursteam {unit}"
kind = "ressurs"
units = ["Bakken skule"]
"""
PROGRAMMES = """\
[[programmes]]
name = "Open hall"
about = "Kom og leik."
tiers = ["green"]
age_from = 6
age_to = 12
service = "Skulane"
needs = ["1.1"]
status = "running"
source = "Vi sjølve"
checked_on = 2026-01-01

[programmes.evidence]
level = "3"
source = "Ungsinn"
year = 2020
"""
GUIDE = """\
title = "Rettleiar"
source = "Vi sjølve"
start = "1"

[[levels]]
key = "A"
name = "Sjå"
level = 0

[[steps]]
key = "1"
level = "A"
verb = "write_concern"
deadlines = [
    { at_least = 1, at_most = 14, unit = "days", from = "concern_written" },
]
next = [
    { to = "2", when = "Alltid" },
]

[[steps]]
key = "2"
level = "A"
verb = "talk_with_guardians"
next = [
    { to = "3", when = "Alltid" },
    { to = "M", when = "Straks" },
]

[[steps]]
key = "3"
level = "A"
verb = "decide"
forms = ["samtale"]
next = [
    { to = "1", when = "Att" },
]

[[steps]]
key = "M"
level = "A"
verb = "report"
"""
STEPS = """\
# 1 Skriv

## Kva
Skriv det ned.

# 2 Snakk

## Kva
Snakk saman.

# 3 Avgjer

## Kva
Ver samde.

# M Meld

## Kva
Meld frå.
"""
FORM = """\
title = "Samtale"
purpose = "conversation"

[[sections]]
key = "a"
title = "Fyrst"

[[sections.questions]]
key = "kven"
kind = "choice"
question = "Kven var med?"
options = [
    { key = "mor", text = "Mor" },
    { key = "andre", text = "Andre" },
]

[[sections.questions]]
key = "andre"
kind = "text"
question = "Kva andre?"
required_when = { question = "kven", is = ["andre"] }

[[sections.questions]]
key = "trivsel"
kind = "scale"
question = "Korleis har du det?"
scale = { from = 1, to = 5, low = "Ikkje bra", high = "Bra" }
"""
COMMON = {
    "common.toml": 'title = "Felles"\nlanguage = "nb"\n',
    "needs.toml": """\
[[needs]]
code = "1.1"
nb = "Helse"
nn = "Helse"
en = "Health"
""",
    "contacts.toml": """\
[[contacts]]
name = { nb = "Nødnummer", nn = "Naudnummer" }
number = "112"
when = { nb = "Noen er i fare", nn = "Nokon er i fare" }
kind = "emergency"
""",
    "laws.toml": "".join(
        f"""\
[[laws]]
key = "{key}"
act = "{act}"
section = "§ 1"
topic = {{ nb = "Om", nn = "Om" }}
standing = "{standing}"
source = "Lovdata"
noted_on = 2026-01-01

"""
        for key, act, standing in (
            ("bvl-13-1", "Barnevernsloven", "in_force"),
            ("pbrl-4-3", "Pasient- og brukerrettighetsloven", "in_force"),
            ("bvl-1992-6-4", "Barnevernloven (1992)", "replaced"),
        )
    ),
}
OWN = {
    "municipality.toml": MUNICIPALITY,
    "services.toml": SERVICES,
    "units.toml": UNITS,
    "teams.toml": TEAMS,
    "programmes.toml": PROGRAMMES,
    "guides/staff.toml": GUIDE,
    "guides/staff/steg.md": STEPS,
    "forms/samtale.toml": FORM,
}


def write(into: Path, name: str, files: dict[str, str]) -> Path:
    for file, text in files.items():
        path = into / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return into / name


def nyby(into: Path, **changed: str) -> Path:
    """The municipality and what it builds on; its folder."""
    write(into, "felles", COMMON)
    return write(into, "nyby", OWN | changed)
