"""What of each record is handed out: all its columns, but those that never are.

It is made from the models themselves, so that nothing new is forgotten; what is never
handed out stands here, with why. The database has decided which rows there are.
"""

from functools import cache
from typing import Any

from django.db import models
from django.db.models import BinaryField, ForeignKey, UUIDField

from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.protected import ProtectedModel, protected_models

Column = Any  # a model's field: its own type takes no parameters when it runs
VERSION = "1"
BOOKS = "audit"  # handed out as who has looked, in words
LEFT_OUT = {
    "message": "notices to one person: ids, and nothing about the child",
    "reach": "where one person is told that something waits",
    "discussion": "about a child without a name; no family reads it",
    "advice": "an answer to that",
    "routing": "between those who answer requests for help",
    "contact": "between those who answer requests for help",
    "report": "the writer's own, to child welfare",
    "seat": "holds what lets a guest in; the guest's visits are among the visits",
    "part": "handed out as the answers of its form",
}
LONGEST = 3  # steps from a record to its child
OWN_ONLY = {"helprequest": "account", "receipt": "person"}  # others' are theirs
NEVER: dict[str, set[str]] = {
    "*": {
        *("sort_key", "nin", "nin_index", "number_index", "link_hash", "version"),
        *("recalled_at", "recalled_by", "recall_reason", "removed_at", "sequence"),
    },
    "child": {"protection", "account"},
    # why somebody is not asked, or not told, is between those who decided it
    "answer": {"reason", "decided_by", "turn"},
    "conversation": {"not_told", "not_told_reason"},
    "emergencyaccess": {"reason", "person"},
    "inquiry": {"person"},
    "helprequest": {"closed_words", "closed_by", "next_on", "employment", "account"},
    "filled": {"place", "seen_with", "draft_version", "thrown_at", "version"},
    "guardianship": {"barred", "user"},
    "voice": {"open_to"},  # to whom else is between the child and each of them
}
# Of another guardian: the name; and that they were asked, and what they said.
OF_OTHERS = {"id", "name", "guardian", "consent", "meeting", "said", "answer", "thread"}


@cache
def handed_out() -> list[type[ProtectedModel]]:
    """The kinds of record that a download has, in the order of the floors."""
    return [
        model
        for model in protected_models()
        if model._meta.app_label != BOOKS
        and noun(model) not in LEFT_OUT
        and (path_to_child(model) or noun(model) in OWN_ONLY)
    ]


def noun(model: type[models.Model]) -> str:
    return str(model._meta.model_name)


@cache
def columns(model: type[ProtectedModel]) -> list[Column]:
    never = NEVER["*"] | NEVER.get(noun(model), set())
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in never and not isinstance(field, BinaryField)
    ]


@cache
def path_to_child(model: type[ProtectedModel]) -> str:
    """How one gets from a record to the child it is about; empty where one does not."""
    if model is Child:
        return "pk"
    waiting: list[tuple[Any, str]] = [(model, "")]
    for here, path in waiting:
        for field in here._meta.concrete_fields:
            to = field.related_model
            if not isinstance(field, ForeignKey) or not _is_protected(to):
                continue
            step = f"{path}__{field.name}".lstrip("_")
            if to is Child:
                return step
            if not field.null and step.count("__") < LONGEST:
                waiting.append((to, step))
    return ""


@cache
def related(model: type[ProtectedModel]) -> list[str]:
    """What is read together with a record, so that each kind is one question."""
    found = ["version__template"] if noun(model) == "filled" else []
    for field in columns(model):
        if isinstance(field, ForeignKey) and not _is_protected(field.related_model):
            name = noun(field.related_model)
            deeper = {"employment": ("__user", "__unit__service")}.get(name, ("",))
            found += [f"{field.name}{more}" for more in deeper]
    return found


def is_person(field: Column) -> bool:
    return isinstance(field, ForeignKey) and field.related_model is User


def is_key(field: Column) -> bool:
    """Leads to another record: told only when that one is handed out too."""
    if isinstance(field, UUIDField):
        return not field.primary_key
    return isinstance(field, ForeignKey) and _is_protected(field.related_model)


def _is_protected(to: Any) -> bool:
    return isinstance(to, type) and issubclass(to, ProtectedModel)
