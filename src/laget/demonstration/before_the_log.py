"""Deeds of the story before help is agreed: concern, conversation, consent, report."""

from datetime import datetime, time, timedelta
from typing import Any

from laget.children import actions as children
from laget.concerns import actions as concerns
from laget.concerns.models import Decision, Heard, NotTold
from laget.consents import actions as consents
from laget.consents.models import How, Said
from laget.demonstration import families
from laget.demonstration.calendar import NORWAY, born_on
from laget.demonstration.scene import Scene
from laget.kernel import clock
from laget.rights import actions as rights

Words = dict[str, Any]
NIGHT, YEAR = time(23, 59), 365


def register(scene: Scene, words: Words) -> None:
    facts, today = scene.facts, scene.cast.today
    scene.child = children.register(
        facts.name,
        municipality=scene.cast.municipalities[facts.municipality],
        born_on=born_on(today, facts.born),
        due_on=None if facts.due is None else scene.on(facts.due),
        number=families.number_of(today, facts, scene.place),
        unit=scene.unit(facts.unit) if facts.unit else None,
        protection=facts.protection,
        by=scene.by,
    )
    for guardian in facts.guardians:
        told = families.told_of(today, guardian)
        user = told.pop("user", None)
        account = scene.cast.jobs[user].user if user else None
        added = children.add_guardian(scene.child, **told, user=account)
        scene.guardians[added.name.split()[0].lower()] = added


def concern(scene: Scene, words: Words) -> None:
    scene.concern = concerns.open_concern(
        employment=scene.job,
        municipality=scene.cast.municipalities[scene.facts.municipality],
        label=words["label"],
    )
    texts = {name: words.get(name, "") for name in concerns.TEXTS}
    factors = words.get("factors", [])
    concerns.write(scene.concern, version=1, factors=factors, **texts)


def about(scene: Scene, words: Words) -> None:
    register(scene, words)
    concerns.about_child(scene.concern, scene.child)


def again(scene: Scene, words: Words) -> None:
    concerns.about_child(scene.concern, scene.child)


def next_date(scene: Scene, words: Words) -> None:
    concerns.look_again(scene.concern, on=scene.on(words["on"]))


def share(scene: Scene, words: Words) -> None:
    concerns.share(scene.concern, to=scene.cast.jobs[words["to"]], by=scene.by)


def ask(scene: Scene, words: Words) -> None:
    scene.discussion = concerns.ask_team(
        scene.concern,
        team=scene.team(words["team"]),
        question=words["question"],
        by=scene.by,
    )


def advise(scene: Scene, words: Words) -> None:
    concerns.advise(scene.discussion, text=words["text"], by=scene.by)


def thank(scene: Scene, words: Words) -> None:
    concerns.end_discussion(scene.discussion)


def talk(scene: Scene, words: Words) -> None:
    concerns.record_conversation(
        scene.concern,
        held_on=clock.today(),
        present=words["present"],
        said=words["said"],
        agreed=words["agreed"],
        child_view=words["child"],
        heard=Heard(words["heard"]),
        by=scene.by,
    )


def wait(scene: Scene, words: Words) -> None:
    why = NotTold(words["why"])
    concerns.do_not_tell(scene.concern, why=why, reason=words["reason"], by=scene.by)


def report(scene: Scene, words: Words) -> None:
    made = rights.start_report(concern=scene.concern, by=scene.job)
    told = {name: value for name, value in words.items() if name != "sent"}
    rights.write_report(made, version=1, **told)
    if words.get("sent"):
        rights.mark_sent(made, how=words["sent"])


def decide(scene: Scene, words: Words) -> None:
    decision = Decision(words["to"])
    concerns.decide(
        scene.concern, decision=decision, reason=words["reason"], by=scene.by
    )


def consent(scene: Scene, words: Words) -> None:
    """`days` is when it runs out, from today; `said` is each guardian's answer."""
    expires_at = clock.now() + timedelta(days=words.get("lasts", YEAR))
    if "until" in words:
        day = scene.cast.today + timedelta(days=words["until"])
        expires_at = datetime.combine(day, NIGHT, NORWAY)
    asked = consents.ask(
        scene.child,
        service=scene.cast.services[words["service"]],
        topics=words["about"],
        limits=words.get("limits", ""),
        expires_at=expires_at,
        by=scene.by,
    )
    scene.consents[words["service"]] = asked
    answer(scene, words)


def answer(scene: Scene, words: Words) -> None:
    asked = scene.consents[words["service"]]
    everyone = consents.who_must_answer(scene.child).everyone
    said = words.get("said", {})
    for guardian in everyone:
        name = guardian.name.split()[0].lower() if guardian else "self"
        word = said if isinstance(said, str) else said.get(name, words.get("rest", ""))
        if word:
            consents.answer(
                asked,
                guardian=guardian,
                said=Said(word),
                how=How(words.get("how", "oral")),
                on=clock.today(),
                reason=words.get("reason", ""),
                by=scene.by,
            )


def withdraw(scene: Scene, words: Words) -> None:
    asked = scene.consents[words["service"]]
    consents.withdraw(asked, reason=words["reason"], by=scene.by)
