"""A child that has said something, and one that is only thinking about it."""

import pytest

from laget.kernel.acting import acting
from laget.voices import actions
from tests.family import FAMILY, STAFF

SAID = {
    "areas": {"home": "good", "school": "not_good"},
    "say": "Det er bråk i friminuttene.",
    "take_up": "Friminuttene",
    "not_there": "Rektor",
}


def speak(child, by, hat=FAMILY, *, opened=False, open_to=(), **told):
    """Written and shared; the key of what was said."""
    with acting(by.pk, hat):
        draft = actions.begin(child, by=by)
        actions.write(draft, version=1, **(SAID | told))
        actions.share(draft, open_to_guardians=opened, open_to=open_to, by=by)
    return draft.pk


def begin(child, by, hat=FAMILY, **told):
    """Written, and not shared."""
    with acting(by.pk, hat):
        draft = actions.begin(child, by=by)
        actions.write(draft, version=1, **(SAID | told))
    return draft.pk


@pytest.fixture
def hers(nora, noras_log, youth):
    """What Nora herself has told the team, and nobody at home."""
    return speak(nora, youth)


__all__ = ["FAMILY", "STAFF", "begin", "speak"]
