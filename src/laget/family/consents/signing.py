"""Giving, changing and taking back an answer, and telling those who should know."""

from datetime import UTC, datetime

from laget.accounts.models import User
from laget.consents import actions
from laget.consents.models import Answer, Consent, How
from laget.consents.telling import who_answer_here
from laget.family.consents.forms import AnswerForm
from laget.family.consents.reading import Us, open_log
from laget.kernel import clock
from laget.logs import actions as logs
from laget.messaging.models import queue
from laget.web.page import PageRequest


def answer(request: PageRequest, us: Us, form: AnswerForm) -> Answer:
    """One person's answer to one service, signed by the log-in. Raises RuleBroken."""
    consent = form.consent
    with logs.telling_who_loses_sight(consent, by=request.user):
        given = actions.answer(
            consent,
            guardian=us.me,
            said=form.word,
            how=How.PORTAL,
            on=clock.today(),
            limits=form.limits,
            signed=signature(request),
            by=request.user,
        )
    _tell(consent, by=request.user)
    return given


def withdraw(request: PageRequest, consent: Consent) -> None:
    """At once, and without having to say why. Raises RuleBroken."""
    with logs.telling_who_loses_sight(consent, by=request.user):
        actions.withdraw(consent, by=request.user)
    _tell(consent, by=request.user)


def signature(request: PageRequest) -> dict[str, object]:
    """How sure the log-in was, and when it was: facts for the books, no names."""
    session = request.session
    at = datetime.fromtimestamp(float(session.get("auth_time", 0)), UTC)
    acr = str(session.get("acr") or session.get("level", ""))
    return {"acr": acr, "auth_time": at.isoformat(timespec="seconds")}


def ask_again(consent: Consent) -> None:
    """Tell the holder, once a day, that the family wants to be asked."""
    once = f"{consent.pk}:{clock.today()}"
    child = consent.child_id
    queue("the_family_wants_to_be_asked", to=_holder(consent), once=once, child=child)


def _tell(consent: Consent, *, by: User) -> None:
    """The holder; and the others who decide, that something has changed."""
    queue("the_family_has_answered", to=_holder(consent), child=consent.child_id)
    others = [each for each in who_answer_here(consent.child) if each.pk != by.pk]
    queue("a_consent_has_changed", to=others, child=consent.child_id)


def _holder(consent: Consent) -> User:
    log = open_log(consent.child)
    return log.holder if log else consent.asked_by
