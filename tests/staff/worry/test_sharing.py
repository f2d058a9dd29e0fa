"""Who is let in to a concern, and who owns it."""

import pytest
from django.urls import reverse

from laget.concerns.models import Concern
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import STAFF, job_of

pytestmark = pytest.mark.django_db
WRITING = [
    *("write-concern", "save-concern", "share-concern", "pass-on-concern", "talk"),
    *("talk-waits", "decide", "ask-team", "concern-next-date"),
]


def owner_of(concern, reader):
    with acting(reader.pk, STAFF):
        return Concern.objects.get(pk=concern.pk).owner


@pytest.mark.parametrize("who", ["colleague", "leader", "stranger", "nurse"])
@pytest.mark.parametrize("name", ["concern", *WRITING])
def test_what_is_not_shared_does_not_exist(request, as_user, concern, url, who, name):
    client = as_user(request.getfixturevalue(who))
    assert client.get(url(name)).status_code == 404
    assert client.post(url(name), {}).status_code == 404


def test_whom_it_is_shared_with_reads_it(as_user, colleague, shared, url):
    page = as_user(colleague).get(url("concern"))
    assert page.status_code == 200
    text = page.content.decode()
    assert "Står ofte alene." in text
    assert "<textarea" not in text
    assert "Kari Lund" in text


@pytest.mark.parametrize("name", WRITING)
def test_whom_it_is_shared_with_writes_nothing(as_user, colleague, shared, url, name):
    assert as_user(colleague).post(url(name), {}).status_code == 403


def test_she_shares_with_her_leader_who_is_told(as_user, holder, leader, concern, url):
    client = as_user(holder)
    answer = client.post(url("share-concern"), {"to": job_of(leader).pk})
    assert answer["Location"] == url("concern")
    assert as_user(leader).get(url("concern")).status_code == 200
    with acting(leader.pk, STAFF):
        assert Message.objects.get().template == "a_concern_is_shared_with_you"


def test_nobody_outside_the_unit_can_be_chosen(
    as_user, holder, nurse, stranger, concern, url
):
    client = as_user(holder)
    page = client.get(url("share-concern")).content.decode()
    assert "Liv Berg, styrer (leder)" in page
    assert "Ola Dahl" not in page
    for other in (nurse, stranger):
        answer = client.post(url("share-concern"), {"to": job_of(other).pk})
        assert answer.status_code == 422


def test_nobody_is_chosen_and_it_is_said(as_user, holder, concern, url):
    assert as_user(holder).post(url("share-concern"), {"to": ""}).status_code == 422


def test_it_is_passed_on_only_to_someone_who_has_read_it(
    as_user, holder, leader, colleague, shared, url
):
    client = as_user(holder)
    page = client.get(url("pass-on-concern")).content.decode()
    assert "Per Moe" in page
    assert "Liv Berg" not in page
    answer = client.post(url("pass-on-concern"), {"to": job_of(leader).pk})
    assert answer.status_code == 422


def test_the_new_owner_writes_and_the_old_one_reads(
    as_user, holder, colleague, shared, url
):
    client = as_user(holder)
    answer = client.post(url("pass-on-concern"), {"to": job_of(colleague).pk})
    assert answer["Location"] == url("concern")
    assert owner_of(shared, holder) == colleague
    page = client.get(url("concern")).content.decode()
    assert "<textarea" not in page
    assert client.post(url("write-concern"), {}).status_code == 403
    assert as_user(colleague).get(url("talk")).status_code == 200


def test_to_pass_on_what_nobody_has_read_leads_to_sharing(
    as_user, holder, concern, url
):
    page = as_user(holder).get(url("pass-on-concern")).content.decode()
    assert reverse("share-concern", args=[concern.pk]) in page
