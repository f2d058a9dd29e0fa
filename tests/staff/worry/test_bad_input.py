"""Whatever is sent to a form, it answers in words and keeps what was typed."""

import pytest
from django.urls import reverse

from laget.staff.worry.forms import StartForm
from laget.staff.worry.workplaces import Workplace
from tests.cast import job_of

pytestmark = pytest.mark.django_db
STRANGE = [
    *("\x00", "\u202edivad", "' OR 1=1 --", "<script>alert(1)</script>"),
    *("9" * 5000, "0001-01-01", "31.12.9999", "-1", "[]"),
]
FIELDS = {
    "write-concern": ["version", "risks", "label", "since"],
    "concern-next-date": ["on"],
    "share-concern": ["to"],
    "pass-on-concern": ["to"],
    "talk": ["held_on", "heard", "present"],
    "talk-waits": ["why", "reason"],
    "decide": ["decision", "reason"],
    "ask-team": ["team", "question", "send", "once"],
}


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("value", STRANGE)
def test_strange_words_are_answered_in_words(as_user, holder, shared, url, name, value):
    data = {field: value for field in FIELDS[name]}
    answer = as_user(holder).post(url(name), data)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("value", STRANGE)
def test_strange_addresses_show_a_page(as_user, holder, value):
    client = as_user(holder)
    asked = value.encode("utf-8", "replace").decode()
    assert client.get(reverse("guide"), {"municipality": asked}).status_code == 200
    assert client.get(reverse("discussions"), {"page": asked}).status_code == 200


def test_who_works_in_two_places_says_where_they_meet_the_child(holder, teacher):
    places = [
        Workplace(job, job.unit.municipality) for job in map(job_of, (holder, teacher))
    ]
    silent = StartForm({"seen": "Alene"}, places=places)
    assert "workplace" in silent.errors
    said = StartForm({"seen": "Alene", "workplace": places[1].key}, places=places)
    assert said.is_valid()
    assert said.chosen == places[1]


def test_an_office_that_several_share_asks_for_which_municipality(
    adviser, bygdevik, fjordby
):
    job = job_of(adviser)
    places = [Workplace(job, place, is_shared=True) for place in (bygdevik, fjordby)]
    page = str(StartForm(places=places))
    assert "(Bygdevik)" in page
    assert "(Fjordby)" in page
