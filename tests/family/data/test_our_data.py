"""My data: own comments, what is not right, and where to complain."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.family.data.complaining import places
from laget.inquiries.models import Inquiry
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.messaging.models import Message
from laget.voices.models import Comment
from tests.cast import STAFF
from tests.family import FAMILY

NOTE = "Nora satt alene i friminuttet."
MINE = "Hun satt ikke alene, hun ventet på Ida."


@pytest.fixture
def entry(noras_log, holder):
    with acting(holder.pk, STAFF):
        return logs.write_entry(noras_log, text=NOTE, by=holder)


def at(name, child, record=None):
    query = f"?record={record.pk}" if record else ""
    return reverse(name, args=[child.pk]) + query


def test_own_words_stand_beside_the_note_for_the_team_and_for_nobody_else(
    as_family, as_user, guardian, father, holder, nora, entry
):
    client = as_family(guardian)
    sent = client.post(at("comment-on-record", nora, entry), {"text": MINE})
    assert sent.status_code == 302
    assert MINE in client.get(sent["Location"]).content.decode()
    page = as_user(holder).get(reverse("child", args=[nora.pk])).content.decode()
    assert "Kommentar fra Maria Sand" in page and MINE in page
    assert MINE not in as_family(father).get(at("our-data", nora)).content.decode()


def test_taken_away_its_words_are_gone_for_the_team_too(
    as_family, as_user, guardian, father, holder, nora, entry
):
    client = as_family(guardian)
    client.post(at("comment-on-record", nora, entry), {"text": MINE})
    with acting(guardian.pk, FAMILY):
        key = Comment.objects.get().pk
    where = reverse("take-comment-away", args=[key])
    assert as_family(father).post(where).status_code == 404
    assert client.post(where).status_code == 302
    assert client.post(where).status_code == 403
    page = as_user(holder).get(reverse("child", args=[nora.pk])).content.decode()
    assert MINE not in page


def test_what_one_does_not_see_one_cannot_comment_on_nor_correct(
    as_family, father, guardian, holder, nora, entry
):
    with acting(holder.pk, STAFF):
        children.shield(entry, nora, because=ShieldedBecause.SAFETY, by=holder)
    for name in ("comment-on-record", "ask-correction"):
        client = as_family(guardian)
        assert client.get(at(name, nora, entry)).status_code == 404
        sent = client.post(at(name, nora, entry), {"text": MINE})
        assert sent.status_code == 404
    assert NOTE not in client.get(at("our-data", nora)).content.decode()


@pytest.mark.parametrize("typed", ["x", "../", "0", "%00"])
def test_a_record_that_is_none_is_not_found(
    as_family, guardian, nora, noras_log, typed
):
    where = reverse("comment-on-record", args=[nora.pk])
    assert as_family(guardian).get(f"{where}?record={typed}").status_code == 404


def test_what_is_not_right_goes_to_the_holder_who_answers_what_was_changed(
    as_family, as_user, guardian, holder, nora, entry
):
    client = as_family(guardian)
    sent = client.post(at("ask-correction", nora, entry), {"text": "Feil dag."})
    assert sent.status_code == 302
    with acting(holder.pk, STAFF):
        case = Inquiry.objects.get()
        assert Message.objects.filter(template="a_correction_is_asked").exists()
    page = as_user(holder).get(reverse("inquiry", args=[case.pk])).content.decode()
    assert NOTE in page and "Feil dag." in page
    where = reverse("answer-inquiry", args=[case.pk])
    nothing = as_user(holder).post(where, {"text": "Vi har rettet dagen."})
    assert nothing.status_code == 422
    told = {"text": "Vi har rettet dagen.", "changed": "yes"}
    assert as_user(holder).post(where, told).status_code == 302
    page = client.get(sent["Location"]).content.decode()
    assert "Det er rettet" in page and "Vi har rettet dagen." in page


def test_the_officer_sees_the_case_and_not_the_note(
    as_family, as_user, guardian, privacy, nora, entry
):
    as_family(guardian).post(at("ask-correction", nora, entry), {"text": "Feil dag."})
    with acting(privacy.pk, STAFF):
        case = Inquiry.objects.get()
    page = as_user(privacy).get(reverse("inquiry", args=[case.pk])).content.decode()
    assert "Feil dag." in page and NOTE not in page


def test_a_nurse_on_the_team_does_not_answer_for_the_holder(
    as_family, as_user, guardian, nurse, nora, entry
):
    as_family(guardian).post(at("ask-correction", nora, entry), {"text": "Feil dag."})
    with acting(guardian.pk, FAMILY):
        key = Inquiry.objects.get().pk
    assert as_user(nurse).get(reverse("inquiry", args=[key])).status_code == 404


def test_where_to_complain_are_names_and_addresses_with_a_day_and_no_number(
    as_family, guardian, nora, noras_log
):
    page = as_family(guardian).get(at("our-data", nora)).content.decode()
    complain = page.split('id="complain"')[1].split("</section>")[0]
    for name in ("Bygdevik", "Statsforvalteren", "Datatilsynet", "Barneombudet"):
        assert name in complain
    assert "tel:" not in complain
    assert all(each.source and each.noted_on for each in places())


def test_the_cost_is_the_same_for_few_and_for_many(
    as_family, guardian, holder, nora, noras_log
):
    client = as_family(guardian)
    client.get(at("our-data", nora))
    with CaptureQueriesContext(connection) as few:
        client.get(at("our-data", nora))
    with acting(holder.pk, STAFF):
        for n in range(12):
            logs.write_entry(noras_log, text=f"{NOTE} {n}", by=holder)
    with CaptureQueriesContext(connection) as many:
        page = client.get(at("our-data", nora)).content.decode()
    asked = [one["sql"] for one in many if "SAVEPOINT" not in one["sql"]]
    assert len(few) == len(many)
    assert len(asked) <= 15, asked
    older = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert f"{NOTE} 0" in client.get(at("our-data", nora) + older).content.decode()
