"""What the tests of the family's consents do again and again, through the pages."""

from datetime import timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import translation

from laget.children.models import Child
from laget.consents import actions as consents
from laget.consents.models import Answer, Consent
from laget.family.consents.forms import WORDS
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.organisation.models import Service
from tests.cast import STAFF


def ask(child, service, *, by, days=200, topics="Lek og språk"):
    with acting(by.pk, STAFF):
        return consents.ask(
            Child.objects.get(pk=child.pk),
            service=Service.objects.get(name=service),
            topics=topics,
            limits="Ikke om bestemor",
            expires_at=clock.now() + timedelta(days=days),
            by=by,
        )


def said(consent, word, until=""):
    """As the form sends it: the words that stand beside the button."""
    with translation.override("nb"):
        words = str(WORDS.get(word, word))
    return {f"consent-{consent.pk}-said": words, f"consent-{consent.pk}-until": until}


def sign(client, child, *answers, **more):
    """Several services on one page, with one signature."""
    typed = {"once": str(uuid4())}
    for words in answers:
        typed |= words
    return client.post(reverse("sign-consents", args=[child.pk]), typed | more)


def answer(client, consent, word, until="", **more):
    place = reverse("answer-our-consent", args=[consent.pk])
    return client.post(
        place, {"once": str(uuid4())} | said(consent, word, until) | more
    )


def withdraw(client, consent, **more):
    place = reverse("withdraw-our-consent", args=[consent.pk])
    return client.post(place, {"once": str(uuid4())} | more)


def see(client, name, key, status=200):
    response = client.get(reverse(name, args=[key]))
    assert response.status_code == status, response.content.decode()[:500]
    return response.content.decode()


def now(holder, consent):
    """As it is today."""
    with acting(holder.pk, STAFF):
        return Consent.objects.get(pk=consent.pk)


def answers(holder, consent):
    with acting(holder.pk, STAFF):
        found = Answer.objects.filter(consent=consent).order_by("taken_at", "turn")
        return [(a.taken_by_id, a.said, a.turn) for a in found]


def main_of(text):
    return text.split('<main id="main"')[1].split("</main>")[0]
