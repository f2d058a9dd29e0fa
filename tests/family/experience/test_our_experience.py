"""The three questions as a family meets them: kindly, once, read by nobody else."""

import re

import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.voices.models import Experience
from tests.family import FAMILY
from tests.voices.test_experience import look_at, try_something

ANSWERS = {"heard": "yes", "helped": "partly", "kept": "no", "words": "Takk for turen."}
ASKED = "Svar på tre spørsmål"


@pytest.fixture
def reviewed(noras_log, holder):
    return look_at(try_something(noras_log, holder), holder)


def page_of(nora):
    return reverse("our-experience", kwargs={"child_id": nora.pk})


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


def test_one_is_asked_after_a_review_and_not_before(nora, noras_log, youth, as_family):
    voice = reverse("my-voice", kwargs={"child_id": nora.pk})
    assert ASKED not in text_of(as_family(youth).get(voice))
    assert "Ble du hørt?" not in text_of(as_family(youth).get(page_of(nora)))


def test_one_answers_once(nora, reviewed, youth, guardian, as_family):
    voice = reverse("my-voice", kwargs={"child_id": nora.pk})
    client = as_family(youth)
    assert ASKED in text_of(client.get(voice))
    assert client.post(page_of(nora), ANSWERS).status_code == 302
    assert client.post(page_of(nora), ANSWERS).status_code == 200
    assert ASKED not in text_of(client.get(voice))
    with acting(youth.pk, FAMILY):
        assert Experience.objects.count() == 1
    assert ASKED in text_of(as_family(guardian).get(voice))  # who has not answered


def test_what_is_missing_is_said_and_what_was_typed_stands(
    nora, reviewed, youth, as_family
):
    answer = as_family(youth).post(page_of(nora), ANSWERS | {"helped": ""})
    assert answer.status_code == 422
    assert "Takk for turen." in text_of(answer)


def test_the_other_at_home_and_the_team_find_nothing_of_it(
    nora, reviewed, youth, guardian, holder, as_family, as_user
):
    as_family(youth).post(page_of(nora), ANSWERS)
    assert "Takk for turen." in text_of(as_family(youth).get(page_of(nora)))
    assert "Takk for turen." not in text_of(as_family(guardian).get(page_of(nora)))
    child = as_user(holder).get(reverse("child", kwargs={"child_id": nora.pk}))
    assert "Takk for turen." not in text_of(child)


def test_it_is_said_who_sees_the_answers(nora, reviewed, youth, as_family):
    text = text_of(as_family(youth).get(page_of(nora)))
    assert "Ingen i laget ser dem, og ingen leder." in text
    assert "færre enn 5 barn" in text


def test_the_public_page_is_honest_about_what_cannot_be_shown(client, db):
    page = client.get(reverse("experiences", kwargs={"slug": "bygdevik"}))
    assert "Ingenting kan vises ennå." in text_of(page)
