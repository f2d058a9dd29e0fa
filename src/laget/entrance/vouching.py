"""May this provider vouch for this person's work?"""

from laget.accounts.models import User
from laget.accounts.oidc.providers import Provider
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.entrance.ways import vouches_for
from laget.organisation.models import Employment


def must_work_here(user: User, provider: Provider) -> None:
    """Only for somebody who works today in a service that its municipality runs or has.

    Another municipality's log-in opens nothing here, whatever name it says. Raises
    NotLetIn.
    """
    jobs = Employment.objects.current().filter(user=user)
    jobs = jobs.select_related("unit__service__host")
    for job in jobs.prefetch_related("unit__service__municipalities"):
        service = job.unit.service
        if vouches_for(provider, [service.host, *service.municipalities.all()]):
            return
    raise NotLetIn(Why.NO_WORK)
