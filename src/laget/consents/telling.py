"""Whom in the family to tell about a consent: who may answer it on their own page."""

from laget.accounts.models import User
from laget.children.models import Child, Guardianship
from laget.consents.models import Consent
from laget.consents.standing import standing
from laget.kernel import clock
from laget.messaging.models import queue


def tell_those_who_are_asked(child: Child) -> None:
    """Those who may answer themselves are told once a day, however much is asked."""
    day = f"{child.pk}:{clock.today()}"
    people = who_answer_here(child)
    queue("you_are_asked_for_consent", to=people, once=day, child=child.pk)


def tell_one_who_is_waited_for(consent: Consent, guardian: Guardianship | None) -> None:
    """Remind one person, once a day; `guardian=None` is the young person."""
    to = guardian.user if guardian else consent.child.account
    day, child = f"{consent.pk}:{clock.today()}", consent.child_id
    queue("please_answer_about_consent", to=to, once=day, child=child)


def who_answer_here(child: Child) -> list[User]:
    """Those with an account who may answer about the child today on their own page."""
    guardians = list(child.guardianships.current().select_related("user"))
    people = [(each, each.user) for each in guardians]
    asked = [(None, child.account), *people] if child.account_id else people
    return [
        user
        for person, user in asked
        if user and standing(child, guardians, person).answers_here
    ]
