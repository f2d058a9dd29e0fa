"""Deeds of the story that the family does itself, on its own pages."""

from collections.abc import Callable
from typing import Any

from laget.accounts.models import User
from laget.demonstration.scene import Scene
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


VERBS: dict[str, Callable[[Scene, User, Words], None]] = {"says": say, "felt": felt}
