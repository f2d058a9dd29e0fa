"""Deeds by which the team meets the family: meetings, guests, messages, shields."""

from datetime import datetime, time, timedelta
from typing import Any

from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.demonstration.calendar import NORWAY
from laget.demonstration.scene import Scene
from laget.meetings import actions as meetings
from laget.meetings.models import Meeting
from laget.threads import actions as threads
from laget.threads.models import Thread

Words = dict[str, Any]


def call(scene: Scene, words: Words) -> None:
    """Ask the family and the team to a meeting, `days` from now."""
    day = scene.cast.today + timedelta(days=words["days"])
    starts_at = datetime.combine(day, time(words.get("hour", 13)), NORWAY)
    meetings.call(
        scene.log,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
        place=words.get("place", ""),
        why=words["why"],
        guardians=[scene.guardians[name] for name in words.get("guardians", [])],
        team=[scene.cast.jobs[name] for name in words.get("team", [])],
        child=words.get("child", False),
        by=scene.by,
    )


def give_chair(scene: Scene, words: Words) -> None:
    """A guest is let in to the latest meeting, and is sent the link."""
    (guest,) = (each for each in scene.facts.guests if each["account"] == words["to"])
    meeting = Meeting.objects.filter(log=scene.log).latest("starts_at")
    _, scene.link = meetings.give_seat(
        scene.log,
        name=guest["name"],
        part=guest["part"],
        until=meeting.ends_at + timedelta(days=words.get("after", 3)),
        meeting=meeting,
        by=scene.by,
    )


def write_back(scene: Scene, words: Words) -> None:
    """An answer to the family's latest message."""
    thread = Thread.objects.filter(log=scene.log).latest("latest_at")
    threads.write(thread, text=words["text"], by=scene.by, as_family=False)


def shield(scene: Scene, words: Words) -> None:
    """The latest note is held back from the guardians: told in confidence."""
    because = ShieldedBecause(words["because"])
    children.shield(scene.entry, scene.child, because=because, by=scene.by)
