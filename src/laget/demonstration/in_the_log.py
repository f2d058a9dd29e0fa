"""Deeds of the story in the log: goals, help, reviews, the baton, levels, closing."""

from typing import Any

from laget.audit.models import note
from laget.catalogue.models import Programme
from laget.concerns.models import Heard
from laget.demonstration.calendar import born_on
from laget.demonstration.scene import Scene
from laget.kernel import clock
from laget.logs import actions as logs
from laget.logs.models import (
    Closed,
    Effect,
    EntryKind,
    Goal,
    LevelChange,
    Next,
    Result,
)

Words = dict[str, Any]


def open_log(scene: Scene, words: Words) -> None:
    concern = None if words.get("alone") else scene.concern
    scene.log = logs.open_log(
        scene.child,
        by=scene.job,
        level=words.get("level", 1),
        next_on=scene.on(words["next"]),
        concern=concern,
    )


def look_again(scene: Scene, words: Words) -> None:
    logs.look_again(scene.log, on=scene.on(words["on"]))


def invite(scene: Scene, words: Words) -> None:
    for key in words["who"]:
        job = scene.cast.jobs[key]
        logs.invite(scene.log, employment=job, statute=words.get("statute", ""))


def leave(scene: Scene, words: Words) -> None:
    part = scene.log.participations.get(employment=scene.job, left_at=None)
    logs.leave(part)


def goal(scene: Scene, words: Words) -> None:
    scene.goals[words["key"]] = logs.set_goal(
        scene.log,
        text=words["text"],
        owner=scene.person(words),
        next_on=scene.on(words["next"]),
        start=words.get("start"),
        wanted=words.get("wanted"),
    )


def see_goal(scene: Scene, words: Words) -> None:
    mine = scene.goals[words["key"]]
    mine.refresh_from_db()
    logs.change_goal(
        mine,
        version=mine.version,
        text=mine.text,
        now=words["now"],
        wanted=mine.wanted,
        owner=mine.owner,
        next_on=scene.on(words["next"]),
    )


def do(scene: Scene, words: Words) -> None:
    programme = None
    if "programme" in words:
        place = scene.child.municipality
        programme = Programme.objects.of(place).get(name=words["programme"])
    scene.interventions[words["key"]] = logs.add_intervention(
        scene.goals[words["goal"]],
        text=words["text"],
        how_we_see=words["see"],
        owner=scene.person(words),
        review_on=scene.on(words["review"]),
        done_by=words.get("done_by", ""),
        programme=programme,
    )


def review(scene: Scene, words: Words) -> None:
    decision = Next(words["then"])
    logs.review(
        scene.interventions[words["key"]],
        effect=Effect(words["effect"]),
        seen=words["seen"],
        child_view=words["child"],
        heard=Heard(words["heard"]),
        guardians_view=words["guardians"],
        decision=decision,
        next_on=None if decision == Next.END else scene.on(words["next"]),
        by=scene.by,
    )


def write(scene: Scene, words: Words) -> None:
    kind = EntryKind(words.get("kind", "note"))
    scene.entry = logs.write_entry(
        scene.log,
        text=words["text"],
        kind=kind,
        heard=Heard(words.get("heard", "")),
        by=scene.by,
    )


def voice(scene: Scene, words: Words) -> None:
    write(scene, {"kind": "voice", **words})


def recall(scene: Scene, words: Words) -> None:
    logs.recall(scene.entry, reason=words["reason"], by=scene.by)


def change_level(scene: Scene, words: Words) -> None:
    told = {
        "to": words["to"],
        "tried": words["tried"],
        "how_it_went": words["went"],
        "child_view": words["child"],
        "heard": Heard(words["heard"]),
        "best_interests": words["best"],
        "by": scene.by,
    }
    scene.log.refresh_from_db()
    _step(scene, told)


def _step(scene: Scene, told: Words) -> LevelChange:
    if told["to"] > scene.log.level:
        return logs.raise_level(scene.log, **told)
    return logs.lower_level(scene.log, **told)


def offer(scene: Scene, words: Words) -> None:
    begins = words.get("from")
    scene.handover = logs.offer(
        scene.log,
        to=scene.cast.jobs[words["to"]],
        reason=words["reason"],
        must_know=words.get("know", ""),
        from_on=None if begins is None else scene.on(begins),
        by=scene.by,
    )


def accept(scene: Scene, words: Words) -> None:
    logs.accept(scene.handover)


def decline(scene: Scene, words: Words) -> None:
    logs.decline(scene.handover, answer=words["answer"])


def move(scene: Scene, words: Words) -> None:
    logs.move_to_unit(scene.log, scene.unit(words["unit"]))


def close(scene: Scene, words: Words) -> None:
    results = words.get("results", {})
    logs.close(
        scene.log,
        why=Closed(words["why"]),
        text=words["text"],
        child_words=words["child"],
        heard=Heard(words["heard"]),
        guardian_words=words["guardians"],
        follows_on=words["follows"],
        results={_goal(scene, key): _result(told) for key, told in results.items()},
        by=scene.by,
    )


def _goal(scene: Scene, key: str) -> Goal:
    return scene.goals[key]


def _result(told: list[str]) -> tuple[Result, str]:
    result, text = told
    return Result(result), text


def away(scene: Scene, words: Words) -> None:
    """A holder is long away, and the leader writes it down."""
    job = scene.cast.jobs[words["who"]]
    until = scene.on(words["until"])
    logs.record_absence(job, away_from=clock.today(), away_until=until, by=scene.by)


def look(scene: Scene, words: Words) -> None:
    """Opening the child's page leaves a line, as the door would."""
    note("child.read", scene.child)


def emergency(scene: Scene, words: Words) -> None:
    born = born_on(scene.cast.today, scene.facts.born)
    name = scene.facts.name
    logs.open_emergency(name=name, born_on=born, reason=words["reason"], by=scene.by)
    note("child.read", scene.child)
