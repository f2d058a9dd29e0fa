"""Deeds of the story on paper: a form that somebody fills in, and perhaps finishes."""

from datetime import timedelta
from typing import Any

from laget.demonstration.scene import Scene
from laget.forms import actions
from laget.forms.answers import Answers
from laget.forms.models import Kind, Template
from laget.forms.reading import Asked, Question
from laget.kernel import clock


def form(scene: Scene, words: dict[str, Any]) -> None:
    """In the child's log. `draft`: it is left for another day. Days count from then."""
    place = scene.child.municipality
    template = Template.objects.get(municipality=place, key=words["key"])
    begun = actions.begin(
        template,
        place=scene.log.pk,
        municipality=place,
        child=scene.child,
        by=scene.job,
    )
    answers = _dated(Asked.by(begun.version), words["answers"])
    actions.save(begun, version=1, answers=answers)
    if not words.get("draft"):
        actions.finish(begun, version=begun.draft_version)


def _dated(asked: Asked, told: Answers) -> Answers:
    return {
        section: {
            key: _answer(asked.by_id[section, key], answer)
            for key, answer in answers.items()
        }
        for section, answers in told.items()
    }


def _answer(question: Question, answer: Any) -> Any:
    if question.kind is Kind.DATE:
        return str(clock.today() + timedelta(days=answer))
    return answer
