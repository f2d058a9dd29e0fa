"""The forms of the tests' municipalities: the shared ones, and one that asks all."""

from pathlib import Path
from typing import Any

from laget.forms.models import Kind, Template, TemplateVersion
from laget.organisation.models import Municipality, Provision
from laget.organisation.profile.reading import read_profile

PROFILES = Path(__file__).resolve().parents[1] / "profiles"
SCALE = {"from": 1, "to": 5, "low": "Aldri", "high": "Alltid"}
SOME = [{"key": "a", "text": "Det første"}, {"key": "b", "text": "Det andre"}]


def build(place: Municipality, other: Municipality, using: str) -> None:
    for item in read_profile(PROFILES / "shared").all("forms"):
        _form(place, item.key, item.facts, using)
    _form(place, "everything", everything(), using)
    _form(place, "ended", everything() | {"title": "Gammelt skjema"}, using)
    Template.objects.using(using).filter(key="ended").update(is_ended=True)
    _form(other, "theirs", everything() | {"title": "Fjordbys skjema"}, using)
    _laws(using)


def everything() -> dict[str, Any]:
    """A form with each kind of question for each kind of reader."""
    sections = [_section(readers) for readers in ("family", "team", "writer")]
    facts = {"title": "Alt på en gang", "about": "Om skjemaet", "purpose": "minutes"}
    return facts | {
        "readers": "family",
        "law": ["old", "new", "Et vedtak i kommunestyret"],
        "sections": sections,
    }


def _section(readers: str) -> dict[str, Any]:
    questions = [_question(kind, readers) for kind in Kind.values]
    questions[0]["required"] = True
    why = _question("long", readers) | {"key": "why", "question": f"Hvorfor? {readers}"}
    why["required_when"] = {"question": "yes_no", "is": ["yes"]}
    title = f"Del for {readers}"
    questions.append(why)
    return {
        "key": readers,
        "title": title,
        "help": "",
        "readers": readers,
        "questions": questions,
    }


def _question(kind: str, readers: str) -> dict[str, Any]:
    return {
        "key": kind,
        "kind": kind,
        "question": f"Spørsmål {kind} for {readers}",
        "help": "Litt hjelp.",
        "required": False,
        "required_when": {},
        "options": SOME if kind in ("choice", "many", "services") else [],
        "scale": SCALE if kind == "scale" else {},
        "readers": "",
        "law": [],
    }


def _form(place: Municipality, key: str, facts: dict[str, Any], using: str) -> None:
    template = Template.objects.using(using).create(
        municipality=place,
        key=key,
        title=facts["title"],
        about=facts["about"],
        purpose=facts["purpose"],
        age_from=facts.get("age_from"),
        age_to=facts.get("age_to"),
    )
    TemplateVersion.objects.using(using).create(
        template=template, number=1, facts=facts
    )


def _laws(using: str) -> None:
    laws = Provision.objects.using(using)
    told = {"topics": {"nb": "Taushetsplikt"}, "source": "Lovdata"}
    laws.create(key="new", act="Ny lov", section="§ 2", **told)
    laws.create(
        key="old",
        act="Gammel lov",
        section="§ 1",
        standing="replaced",
        replaced_by="new",
        **told,
    )
