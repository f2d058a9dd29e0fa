"""The reason of each rule in `standing.toml`, said to the person, and about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from laget.children.models import Child, Guardianship
from laget.consents.standing import Person, Standing

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Says:
    """One reason in two voices."""

    you: "StrPromise"
    they: "StrPromise"


SAYS = {
    "no_tie": Says(
        _("You are not registered as a guardian here."),
        _("%(name)s is not registered as a guardian of %(child)s."),
    ),
    "not_begun": Says(
        _("There is nothing here for you to read."),
        _("Nothing has begun yet, so nobody in the family has a page."),
    ),
    "adult": Says(
        _("You decide yourself, because you are %(age)s years old."),
        _("%(child)s is %(age)s years old and decides alone."),
    ),
    "own_age": Says(
        _("You decide yourself, because you are %(age)s years old."),
        _("%(child)s is %(age)s years old and decides alone."),
    ),
    "own_age_without_page": Says(
        _("You decide yourself, because you are %(age)s years old."),
        _(
            "%(child)s is %(age)s years old and decides alone, and is asked in person: "
            "a page of one's own comes later here."
        ),
    ),
    "own_page": Says(
        _("Your guardians decide, and you have a say."),
        _("%(child)s is heard and has a page; the guardians decide."),
    ),
    "heard": Says(
        _("Your guardians decide, and you have a say."),
        _("%(child)s is heard, together with an adult; the guardians decide."),
    ),
    "small": Says(
        _("Your guardians decide."), _("%(child)s is small. The guardians decide.")
    ),
    "ended": Says(
        _("You are no longer registered as a guardian here."),
        _("%(name)s is no longer registered as a guardian."),
    ),
    "excused": Says(
        _("There is nothing here for you to read."),
        _("%(name)s is not asked: an exception is recorded."),
    ),
    "barred_shares": Says(
        _("There is nothing here for you to read."),
        _("%(name)s shares the decision, and must not be contacted."),
    ),
    "barred": Says(
        _("There is nothing here for you to read."),
        _("%(name)s must not be contacted and sees nothing."),
    ),
    "page_has_ended": Says(
        _("%(child)s is %(age)s years old. Ask us when you want to know something."),
        _("%(name)s decides, and is asked in person."),
    ),
    "grown": Says(
        _("You no longer decide, because %(child)s is %(age)s years old."),
        _("%(name)s no longer decides, because %(child)s is %(age)s years old."),
    ),
    "young_decides": Says(
        _("%(child)s decides alone, because %(child)s is %(age)s years old."),
        _("%(name)s may see. %(child)s is %(age)s years old and decides alone."),
    ),
    "young_decides_unseen": Says(
        _("%(child)s decides alone, because %(child)s is %(age)s years old."),
        _("%(name)s does not see. %(child)s is %(age)s years old and decides alone."),
    ),
    "without_sight": Says(
        _(
            "You decide, because you have parental responsibility. "
            "We ask you in person."
        ),
        _("%(name)s decides, may not see, and is asked in person."),
    ),
    "appointed": Says(
        _("You decide, because you are appointed as guardian."),
        _("%(name)s decides as appointed guardian."),
    ),
    "expected": Says(
        _("You decide, because you will have the responsibility for the child."),
        _("%(name)s will have the responsibility for the child, and decides."),
    ),
    "alone": Says(
        _("You decide, because you have parental responsibility."),
        _("%(name)s decides, with parental responsibility."),
    ),
    "together": Says(
        _(
            "You decide together with %(others)s, because you have parental "
            "responsibility."
        ),
        _(
            "%(name)s decides together with %(others)s: all have parental "
            "responsibility."
        ),
    ),
    "foster": Says(
        _(
            "You see this because you are a foster parent. Others decide about "
            "consents."
        ),
        _("%(name)s sees as foster parent, and does not decide."),
    ),
    "sees": Says(
        _("You may see this. Others have parental responsibility and decide."),
        _("%(name)s may see, and has no parental responsibility."),
    ),
    "no_right": Says(
        _("There is nothing here for you to read."),
        _("%(name)s has no parental responsibility and may not see."),
    ),
}


def you(
    they: Standing, child: Child, guardians: Sequence[Guardianship], person: Person
) -> str:
    """The reason, said to the person themselves, on their own page."""
    return str(SAYS[they.because].you) % _facts(child, guardians, person)


def about(
    they: Standing, child: Child, guardians: Sequence[Guardianship], person: Person
) -> str:
    """The reason, said to those who work with the child."""
    return str(SAYS[they.because].they) % _facts(child, guardians, person)


def _facts(
    child: Child, guardians: Sequence[Guardianship], person: Person
) -> dict[str, object]:
    """Of the others, only those whom the reader sees: `guardians` as they were read."""
    mine = {person.pk, getattr(person, "user_id", None)} if person else set()
    others = [
        each.name
        for each in guardians
        if each.custody and not each.ended_at
        if each.pk not in mine and (each.user_id is None or each.user_id not in mine)
    ]
    name = person.name if person else child.first_name
    facts = {"name": name, "child": child.first_name, "age": child.age}
    return {**facts, "others": ", ".join(others)}
