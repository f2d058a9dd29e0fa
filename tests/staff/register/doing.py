"""What the tests of these pages do again and again, through the pages."""

from uuid import uuid4

from django.urls import reverse

from laget.consents.models import Consent
from laget.kernel import clock, identity
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days

WORDS = {
    "message": "Blåmerker på armene",
    "history": "",
    "other_views": "",
    "other_services": "",
    "child_name": "Nora Sand",
    "child_address": "",
    "child_phone": "",
    "child_told": "no",
    "child_told_why": "For liten",
    "guardians": "Maria Sand",
    "guardians_told": "no",
    "guardians_told_why": "Mistanke om vold",
    "other_guardian": "",
    "interpreter": "",
    "reporter_phone": "",
    "reporter_email": "",
}


def a_number(day="15", month="81", year="20", start=100):
    """A synthetic number that holds by the rule."""
    for middle in range(start, 1000):
        for check in range(100):
            number = f"{day}{month}{year}{middle}{check:02}"
            if identity.is_valid(number):
                return number
    raise AssertionError("no number")


def begin(client, name="report", *keys):
    place = reverse(name, args=keys)
    return client.post(place, {"once": str(uuid4())})["Location"]


def write(client, report, version=1, **changed):
    place = reverse("write-report", args=[report.pk])
    return client.post(place, WORDS | {"version": version} | changed)


def send(client, report, how="Nasjonal portal"):
    place = reverse("send-report", args=[report.pk])
    return client.post(place, {"how": how, "on": "22.11.2026"})


def main_of(response):
    return response.content.decode().split('<main id="main"')[1].split("</main>")[0]


def words(*services, **changed):
    until = in_days(200).strftime("%d.%m.%Y")
    asked = {f"service-{service.pk}-asked": "on" for service in services}
    own = {"topics": "Lek og språk", "limits": "", "until": until}
    return own | asked | {"once": str(uuid4())} | changed


def ask(client, child, *services, **changed):
    place = reverse("ask-consent", args=[child.pk])
    return client.post(place, words(*services, **changed))


def answer(client, consent, person, word, **changed):
    key = getattr(person, "pk", person)
    typed = {"who": key, "said": word, "how": "oral", "on": "", "reason": ""}
    typed |= {"on": clock.today().strftime("%d.%m.%Y"), "decided_by": ""}
    place = reverse("answer-consent", args=[consent.pk])
    return client.post(place, typed | {"once": str(uuid4())} | changed)


def saved(holder, pk=None):
    with acting(holder.pk, STAFF):
        return Consent.objects.get(**({"pk": pk} if pk else {}))
