"""Before a consent runs out, those in the family who decide are told. May run twice."""

from datetime import timedelta

from laget.accounts.models import User
from laget.children.models import Child
from laget.consents.models import Consent
from laget.consents.standing import standing
from laget.kernel import clock
from laget.messaging.models import queue

STAGES = (7, 30)  # days before it runs out at which the family is told
LATE = timedelta(days=30)  # so long after, that it has run out is no news


def remind(person: User) -> None:
    """Tell one person of their children's consents. Run it as that person, at home."""
    decides = {child.pk for child in Child.objects.all() if _decides(child, person)}
    soon = clock.now() + timedelta(days=max(STAGES))
    given = Consent.objects.live().filter(
        child__in=decides,
        effective_at__isnull=False,
        expires_at__range=(clock.now() - LATE, soon),
    )
    for consent in given:
        if not _is_renewed(consent):
            _tell(person, consent)


def _decides(child: Child, person: User) -> bool:
    guardians = list(child.guardianships.current())
    return standing(child, guardians, person).answers_here


def _is_renewed(consent: Consent) -> bool:
    """Another yes to the same service goes on."""
    newer = consent.child.consents.standing().filter(service=consent.service_id)
    return newer.filter(expires_at__gt=consent.expires_at).exists()


def _tell(person: User, consent: Consent) -> None:
    """Only the nearest stage is said, and each once; a narrowed day is a new one."""
    child, once = consent.child_id, f"{consent.pk}:{consent.expires_at:%Y-%m-%d}"
    if consent.has_run_out:
        queue("your_consent_has_run_out", to=person, once=once, child=child)
        return
    stage = next(days for days in STAGES if consent.days_left <= days)
    once = f"{once}:{stage}"
    queue("your_consent_runs_out", to=person, once=once, child=child)
