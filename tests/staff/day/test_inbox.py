"""The inbox: read by the one it is to; names only whom that one may still know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.concerns import actions as concerns
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.messaging.models import Message, queue
from laget.messaging.words import WORDS
from tests.cast import STAFF, job_of


@pytest.fixture
def offer(log, holder, colleague):
    with acting(holder.pk, STAFF):
        return logs.offer(log, to=job_of(colleague), reason="SECRET", by=holder)


def message_to(user):
    with acting(user.pk, STAFF):
        return Message.objects.filter(to=user).first()


def read(client):
    return client.get(reverse("inbox")).content.decode()


def test_someone_is_told_and_led_there(as_user, colleague, offer):
    client = as_user(colleague)
    page = read(client)
    assert "Nora Sand" in page
    assert "SECRET" not in page
    answer = client.post(reverse("read-message", args=[message_to(colleague).pk]))
    assert answer["Location"] == reverse("handover", args=[offer.pk])
    assert message_to(colleague).read_at


def test_the_name_is_gone_when_the_offer_is_taken_back(
    as_user, colleague, holder, offer
):
    with acting(holder.pk, STAFF):
        logs.take_back(offer)
    page = read(as_user(colleague))
    assert "Nora Sand" not in page


@pytest.mark.parametrize("who", ["holder", "nurse", "stranger"])
def test_a_message_is_nobody_elses(as_user, request, colleague, offer, who):
    client = as_user(request.getfixturevalue(who))
    answer = client.post(reverse("read-message", args=[message_to(colleague).pk]))
    assert answer.status_code == 404
    assert not message_to(colleague).read_at


def test_only_by_pressing(as_user, colleague, offer):
    url = reverse("read-message", args=[message_to(colleague).pk])
    assert as_user(colleague).get(url).status_code == 405


def test_all_are_marked_read_at_once(as_user, colleague, offer):
    as_user(colleague).post(reverse("inbox"))
    assert message_to(colleague).read_at


def test_every_kind_of_message_reads_well_and_tells_a_stranger_nothing(
    as_user, stranger, holder, offer, concern
):
    """Marked data: whoever may not know the child reads no name and no words."""
    ids = {
        "child": offer.log.child_id,
        "log": offer.log_id,
        "handover": offer.pk,
        "concern": concern.pk,
    }
    for template in WORDS:
        with acting(holder.pk, STAFF):
            queue(template, to=stranger, **ids)  # to the wrong person
            queue(template, to=holder, **ids)
    strangers, own = read(as_user(stranger)), read(as_user(holder))
    for marked in ("Nora", "Sand", "SECRET", "Lek ute", "alene"):
        assert marked not in strangers
    assert own.count("Nora Sand") >= len(WORDS)


def test_the_cost_is_the_same_for_one_and_for_many(as_user, colleague, holder, offer):
    client = as_user(colleague)
    read(client)
    with CaptureQueriesContext(connection) as one:
        read(client)
    with acting(holder.pk, STAFF):
        for _ in range(20):
            queue("you_are_on_a_team", to=colleague, log=offer.log_id)
    with CaptureQueriesContext(connection) as many:
        read(client)
    assert len(one) == len(many) <= 15


def test_a_concern_is_named_by_its_label_until_it_is_about_a_child(
    as_user, holder, colleague, concern
):
    with acting(holder.pk, STAFF):
        concerns.write(
            concern, version=concern.version, factors=[], label="Lek ute", seen="-"
        )
        concerns.share(concern, to=job_of(colleague), by=holder)
    assert "Lek ute" in read(as_user(colleague))
