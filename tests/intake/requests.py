"""Requests for help in each state they can be in."""

from uuid import uuid4

from laget.intake import actions
from laget.intake.asking import ask
from laget.intake.models import HelpRequest
from laget.kernel.acting import Role, acting
from laget.organisation.models import Municipality, Unit
from tests.cast import in_days, job_of

STAFF = Role.STAFF
WORDS = "Jeg sover ikke, og vet ikke hvem jeg skal snakke med."


def asked(place="Bygdevik", *, address="192.0.2.1", once=None, **told):
    """Somebody asks; what they are told. Nobody acts."""
    said = {"words": WORDS, "for_whom": "me", "reach": "phone", "phone": "900 00 000"}
    return ask(
        municipality=Municipality.objects.get(name=place),
        once=once or uuid4(),
        address=address,
        **said | told,
    )


def request_of(receipt, person):
    """The request as the person sees it now, or None."""
    with acting(person.pk, STAFF):
        found = HelpRequest.objects.select_related("employment__unit")
        return found.filter(code=receipt.code).first()


def routed(receipt, by, to="Familiesenteret", words="Kan dere ta denne?"):
    with acting(by.pk, STAFF):
        request = HelpRequest.objects.get(code=receipt.code)
        unit = Unit.objects.get(name=to)
        return actions.route(request, to=unit, words=words, by=by)


def accepted(receipt, by):
    with acting(by.pk, STAFF):
        request = HelpRequest.objects.get(code=receipt.code)
        actions.accept(request, by=job_of(by), next_on=in_days(3))


def returned(receipt, by, reason="Dette er for helsestasjonen."):
    with acting(by.pk, STAFF):
        request = HelpRequest.objects.get(code=receipt.code)
        actions.send_back(request, reason=reason, by=job_of(by))


def reached(receipt, by, **told):
    with acting(by.pk, STAFF):
        request = HelpRequest.objects.get(code=receipt.code)
        told = {"reached": True, "next_on": in_days(5)} | told
        actions.record_contact(request, by=by, **told)


def closed(receipt, by, outcome):
    with acting(by.pk, STAFF):
        request = HelpRequest.objects.get(code=receipt.code)
        actions.close(request, outcome=outcome, by=by)
