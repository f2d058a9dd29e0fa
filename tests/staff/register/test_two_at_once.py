"""Two presses, two questions, at the same moment: each leaves one record."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from laget.children.models import Child
from laget.consents.models import Consent
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days, make_child
from tests.committing import committing, db  # noqa: F401

pytestmark = pytest.mark.usefixtures("committing")


def both(user, *sent):
    """Each form in a connection of its own, at once; the answers."""

    def press(place_and_words):
        client = Client()
        client.force_login(user)
        try:
            return client.post(*place_and_words)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(sent)) as pool:
        return list(pool.map(press, sent))


def test_two_presses_register_one_child(holder):
    typed = {"name": "Ida Lie", "born_on": "02.03.2021", "once": str(uuid4())}

    answers = both(holder, *[("/children/register/", typed)] * 2)

    with acting(holder.pk, STAFF):
        assert Child.objects.count() == 1
    assert len({answer["Location"] for answer in answers}) == 1


def test_two_who_ask_the_same_service_at_once_leave_one_question(
    holder, bygdevik, kindergarten, guardian
):
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, unit=kindergarten, guardians=[guardian]
        )
        ppt = bygdevik.services.get(name="PPT")
    until = in_days(90).strftime("%d.%m.%Y")
    words = {"topics": "Lek", "until": until, f"service-{ppt.pk}-asked": "on"}
    place = reverse("ask-consent", args=[child.pk])

    answers = both(holder, *[(place, words | {"once": str(uuid4())}) for _ in "12"])

    assert [answer.status_code for answer in answers] == [302, 302]
    with acting(holder.pk, STAFF):
        assert Consent.objects.asked().count() == 1
        assert Consent.objects.count() == 2
