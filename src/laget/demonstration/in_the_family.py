"""Deeds of the story that the family does itself, on its own pages."""

from collections.abc import Callable
from typing import Any

from laget.accounts.models import User
from laget.demonstration.scene import Scene
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


VERBS: dict[str, Callable[[Scene, User, Words], None]] = {
    "says": say,
    "felt": felt,
    "writes": write,
    "comes": come,
}
