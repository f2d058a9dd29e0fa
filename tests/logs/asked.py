"""What an action asks for, filled in the way people do. Change what a test is about."""

from laget.concerns.models import Heard
from laget.logs import actions
from laget.logs.models import Closed, Result

WHY = {
    "tried": "En voksen har vært med i leken.",
    "how_it_went": "Det hjalp litt.",
    "child_view": "Jeg vil at Ida skal være med.",
    "heard": Heard.TALK,
    "best_interests": "Nora trenger flere å leke med.",
}


def raise_level(log, by, to=3, **words):
    return actions.raise_level(log, to=to, by=by, **(WHY | words))


def lower_level(log, by, to=1, **words):
    return actions.lower_level(log, to=to, by=by, **(WHY | words))


def close(log, by, **words):
    told = {
        "why": Closed.GOALS_REACHED,
        "text": "Nora leker med andre.",
        "child_words": "Jeg har venner nå.",
        "heard": Heard.TALK,
        "guardian_words": "Takk for hjelpen.",
        "follows_on": "Kari på avdelingen.",
        "results": {g: (Result.REACHED, "Hver dag.") for g in log.goals.open()},
    }
    actions.close(log, by=by, **(told | words))
