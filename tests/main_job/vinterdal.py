"""A municipality that is none of the five: phases A, B and C, and all else its own."""

import shutil
from pathlib import Path

from laget.demonstration.loading import PROFILES

MUNICIPALITY = """
name = "Vinterdal"
number = "9904"
language = "nb"
builds_on = ["shared"]
about = "En oppdiktet kommune mellom to fjell."
source = "Oppdiktet"

[words]
level = "fase"
log = "dagbok"
holder = "bærer"
concern = "rynke"
guide = "Fjellstien"
catalogue = "Ryggsekken"

[[neighbours]]
name = "Stormo"
number = "9905"

[rules]
concern_days = 10

[rules.own_consent]
age = 15
law = "Barnevernsloven § 12-3"
"""
SERVICES = """
[[services]]
name = "Skolen i Vinterdal"
kind = "school"
arena = "school"
about = "Én skole for alle."

[[services]]
name = "Barnevernet i fjellregionen"
kind = "child_welfare"
arena = "home"
about = "Stormo er vert for dette."
law = ["bvl-15-1"]
host = "Stormo"
municipalities = ["Vinterdal", "Stormo"]

[[services]]
name = "Hytta"
kind = "coordination"
arena = "home"
about = "Her begynner den som trenger hjelp."
phone = "00 00 99 01"
takes_requests = true
"""
UNITS = """
[[units]]
name = "Fjellvegg skole"
service = "Skolen i Vinterdal"

[[units]]
name = "Barnevernkontoret på Stormo"
service = "Barnevernet i fjellregionen"

[[units]]
name = "Hyttekontoret"
service = "Hytta"
"""
TEAMS = """
[[team_kinds]]
key = "taulaget"
name = "Taulaget"
kind = "core_group"
about = "De som holder i tauet."
mandate_case = "Gir råd uten navn."
chair = "Den som har tauet"

[[teams]]
name = "Taulaget på fjellet"
kind = "taulaget"
"""
PROGRAMMES = """
[[programmes]]
name = "Skiskolen for alle"
sort = "service"
about = "Ski og venner en dag i uka."
tiers = ["green"]
age_from = 6
age_to = 12
arenas = ["school"]
service = "Skolen i Vinterdal"
referral = "none"
status = "running"
source = "Oppdiktet"
checked_on = 2026-11-22
"""
GUIDE = """
title = "Fjellstien"
about = "Opp, bort og ned igjen."
audience = "staff"
source = "Oppdiktet"
start = "r1"

[[levels]]
key = "A"
name = "Se etter rynker"
level = 0

[[levels]]
key = "B"
name = "Gå sammen"
level = 1

[[levels]]
key = "C"
name = "Hele taulaget"
level = 2
"""
# key, level, title, verb, forms, where it leads
STEPS = [
    ("r1", "A", "Fortell det til en makker", "share", [], ["r2", "rm"]),
    ("r2", "A", "Tegn det du så", "write_concern", ["rynkebok"], ["r3"]),
    ("r3", "A", "Rop på Taulaget", "ask_team", [], ["r4"]),
    ("r4", "A", "Kakao med familien", "talk_with_guardians", [], ["r5"]),
    ("r5", "A", "Velg rute", "decide", [], ["b1", "c1", "rm"]),
    ("rm", "A", "Si fra med det samme", "report", [], ["r5"]),
    ("b1", "B", "Pakk sekken", "agree_goals", [], ["b2"]),
    ("b2", "B", "Se på kartet", "review", [], ["c1", "ut"]),
    ("ut", "B", "Stormo tar en tur", "", [], ["b2"]),
    ("c1", "C", "Spør om tauet kan deles", "ask_consent", [], ["c2"]),
    ("c2", "C", "Bind dere inn", "open_log", ["rynkebok"], ["c3"]),
    ("c3", "C", "Bestem hvem som går først", "agree_goals", [], ["c4"]),
    ("c4", "C", "Rast", "review", [], ["c5", "b1"]),
    ("c5", "C", "Gi tauet videre", "hand_over", [], ["c6", "c4"]),
    ("c6", "C", "Hjem", "close", [], ["r1"]),
]
QUESTIONS = """
title = "Rynkeboka"
purpose = "other"
source = "Oppdiktet"
age_from = 0
age_to = 18

[[sections]]
key = "alt"
title = "Alt vi lurer på"
"""
KINDS = {
    "text": "Hva heter fjellet?",
    "long": "Fortell om turen",
    "yes_no": "Var det sol?",
    "choice": "Hvilken ski?",
    "many": "Hva var i sekken?",
    "services": "Hvem kan være med?",
    "scale": "Hvor bratt var det?",
    "date": "Hvilken dag?",
    "person": "Hvem gikk først?",
    "people": "Hvem var med?",
    "factors": "Hva hjalp og hva var tungt?",
    "plan": "Neste tur",
}
MORE = {
    "choice": '[[sections.questions.options]]\nkey = "lang"\ntext = "Langski"\n'
    '[[sections.questions.options]]\nkey = "kort"\ntext = "Kortski"',
    "scale": '[sections.questions.scale]\nlow = "Flatt"\nhigh = "Stupbratt"',
}
MORE["many"] = MORE["choice"]


def write(into: Path) -> Path:
    """The folder, with the common part beside it."""
    shutil.copytree(PROFILES / "shared", into / "shared")
    files = {
        "municipality.toml": MUNICIPALITY,
        "services.toml": SERVICES,
        "units.toml": UNITS,
        "teams.toml": TEAMS,
        "programmes.toml": PROGRAMMES,
        "guides/staff.toml": GUIDE + "".join(map(_step, STEPS)),
        "forms/rynkebok.toml": QUESTIONS + "".join(map(_question, KINDS)),
    }
    for name, text in files.items():
        path = into / "vinterdal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return into / "vinterdal"


def _step(told) -> str:
    key, level, title, verb, forms, ways = told
    does = f'verb = "{verb}"\n' if verb else "outside = true\n"
    onward = ", ".join(f'{{ to = "{way}", when = "Til {way}" }}' for way in ways)
    return f"""
[[steps]]
key = "{key}"
level = "{level}"
title = "{title}"
what = "Gjør det rolig."
forms = {forms}
next = [{onward}]
{does}"""


def _question(kind: str) -> str:
    return f"""
[[sections.questions]]
key = "q-{kind}"
kind = "{kind}"
question = "{KINDS[kind]}"
required = true
{MORE.get(kind, "")}
"""
