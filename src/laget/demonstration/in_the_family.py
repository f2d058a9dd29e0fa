"""Deeds of the story that the family does itself, on its own pages."""

from collections.abc import Callable
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from laget.accounts.models import User
from laget.demonstration.calendar import working_day
from laget.demonstration.scene import Scene
from laget.inquiries import actions as inquiries
from laget.intake.asking import ask_as
from laget.logs.models import Entry
from laget.meetings import actions as meetings
from laget.meetings.models import Coming, Invitation
from laget.threads import actions as threads
from laget.threads.models import Thread
from laget.threads.people import OfFamily
from laget.voices import actions as voices

Words = dict[str, Any]


def say(scene: Scene, by: User, words: Words) -> None:
    """The child's own page, written and shared."""
    draft = voices.begin(scene.child, by=by)
    told = {name: words.get(name, "") for name in voices.WORDS}
    areas = words.get("areas", {})
    draft = voices.write(draft, version=draft.version, areas=areas, **told)
    voices.share(draft, open_to_guardians=words.get("open", False), by=by)


def felt(scene: Scene, by: User, words: Words) -> None:
    """Three short answers about how it was."""
    voices.tell(scene.log, by=by, **words)


def write(scene: Scene, by: User, words: Words) -> None:
    """A message to the team: from a guardian, or the young person; or an answer."""
    subject, text = words.get("subject", ""), words["text"]
    if not subject:
        thread = Thread.objects.latest("started_at")
        threads.write(thread, text=text, by=by, as_family=True)
        return
    mine = scene.guardians.get(words.get("as", ""))
    me = OfFamily(by.name, "", mine, by.pk)
    threads.start(
        scene.log, subject=subject, text=text, family=[me], by=by, as_family=True
    )


def come(scene: Scene, by: User, words: Words) -> None:
    """Answer whether one comes to the meeting that is called."""
    mine = scene.guardians.get(words.get("as", ""))
    invited = Invitation.objects.filter(employment=None, guardian=mine)
    said = Coming(words["said"])
    text = words.get("words", "")
    meetings.answer(invited.latest("invited_at"), said=said, words=text, by=by)


def sit(scene: Scene, by: User, words: Words) -> None:
    """A guest opens the link they were sent, and takes the chair."""
    meetings.take_seat(scene.link)


def correct(scene: Scene, by: User, words: Words) -> None:
    """Say that the newest note they see is not right."""
    entry = Entry.objects.filter(log=scene.log).latest("written_at")
    inquiries.ask_correction(scene.child, record=entry.pk, text=words["text"], by=by)


def wonder(scene: Scene, by: User, words: Words) -> None:
    """Ask why somebody looked, `days` ago."""
    person = scene.cast.jobs[words["about"]].user_id
    day = working_day(scene.cast.today, -words["days"])
    inquiries.wonder(scene.child, day=day, person=person, text=words["text"], by=by)


def ask_for_help(scene: Scene, by: User, words: Words) -> None:
    """Ask the municipality for more, logged in, so that it can be followed."""
    once = uuid5(NAMESPACE_URL, f"{scene.facts.key} {by.username}")
    ask_as(by, municipality=scene.child.municipality, once=once, **words)


VERBS: dict[str, Callable[[Scene, User, Words], None]] = {
    "says": say,
    "felt": felt,
    "writes": write,
    "comes": come,
    "sits": sit,
    "corrects": correct,
    "wonders": wonder,
    "asks_for_help": ask_for_help,
}
AS_GUEST = {"sits"}
