"""Who in the family may do what about a consent. What binds, needs a fresh log-in.

Taking a consent back does not: it shall be as easy as giving it.
"""

from django.db.models import Q
from django.db.models.expressions import RawSQL

from laget.access.rules import Action, Needs, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.consents.models import Consent
from laget.kernel.acting import Role

CHILD, WITH = ("municipality",), ("child__municipality", "service")

OURS = Action("consents", Child, Role.FAMILY, CHILD)
RECEIPT = Action("consent_receipt", Child, Role.FAMILY, CHILD)
SIGN = Action("sign_consents", Child, Role.FAMILY, CHILD, needs=Needs.FRESH)
READ = Action("read_ours", Consent, Role.FAMILY, WITH)
ANSWER = Action("answer_ours", Consent, Role.FAMILY, WITH, needs=Needs.FRESH)
WITHDRAW = Action("withdraw_ours", Consent, Role.FAMILY, WITH)
ASK_AGAIN = Action("ask_us_again", Consent, Role.FAMILY, WITH)

for _action in (OURS, RECEIPT, READ):
    allow(_action)(seen)


@allow(SIGN)
def decides(user: User) -> Q:
    """Those with parental responsibility; from a set age, the young person."""
    return Q(pk__in=_answerable())


@allow(ANSWER)
def answers(user: User) -> Q:
    """The same, while the question or the consent has not ended."""
    return Q(child__in=_answerable(), ended_at=None)


@allow(WITHDRAW)
def takes_back(user: User) -> Q:
    """Each of those who decide, alone, what stands."""
    return Q(child__in=_answerable(), ended_at=None, effective_at__isnull=False)


@allow(ASK_AGAIN)
def wants_to_be_asked(user: User) -> Q:
    """Those who decide now, whatever became of it."""
    return Q(child__in=_answerable())


def _answerable() -> RawSQL:
    """The database's own answer, so that no rule lets in whom it would then refuse."""
    return RawSQL("SELECT answerable_children()", ())
