"""The conversation with the guardians, and what it all leads to."""

import pytest
from django.urls import reverse

from laget.concerns.models import Concern, Conversation, Heard
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.rights import actions as rights
from tests.cast import STAFF, in_days, job_of, make_log, make_ready

pytestmark = pytest.mark.django_db
TALK = {
    "held_on": "",
    "present": "Mor, far og jeg. Tolk på telefon.",
    "said": "De har sett det samme 💛",
    "agreed": "Lekegruppe fra mandag",
    "heard": "1.1",
    "child_view": "«Jeg vil leke med Ida»",
}
WAIT = {"why": "violence", "reason": "Blåmerker, og barnet forteller om slag."}
DECISION = {"decision": "closed", "reason": "Det har gått seg til."}


def send_report(concern, holder):
    report = rights.start_report(concern=concern, by=job_of(holder))
    told = {"child_told": True, "guardians_told": False}
    rights.write_report(report, version=1, message="Blåmerker.", **told)
    rights.mark_sent(report, how="Den nasjonale portalen")


def held(**more):
    return {**TALK, "held_on": clock.today().strftime("%d.%m.%Y"), **more}


def conversation(holder):
    with acting(holder.pk, STAFF):
        return Conversation.objects.get()


def decision_of(concern, holder):
    with acting(holder.pk, STAFF):
        return Concern.objects.get(pk=concern.pk).decision


def test_she_is_helped_to_prepare(as_user, holder, concern, url):
    page = as_user(holder).get(url("talk")).content.decode()
    for words in ("0.3b", "bestill tolk", "Fortell barnet", "Glad i dyr."):
        assert words in page


def test_the_conversation_and_the_childs_own_view_are_kept(
    as_user, holder, concern, url
):
    client = as_user(holder)
    assert client.post(url("talk"), held())["Location"] == url("concern")
    kept = conversation(holder)
    assert {n: getattr(kept, n) for n in TALK if n != "held_on"} == {
        n: v for n, v in TALK.items() if n != "held_on"
    }
    page = client.get(url("concern")).content.decode()
    assert "Ja, vi har snakket sammen" in page
    assert "0.4 Avklar og beslutt" in page


def test_all_six_ways_the_child_was_heard_are_there_in_plain_words(
    as_user, holder, concern, url
):
    page = as_user(holder).get(url("talk")).content.decode()
    for value, words in Heard.told():
        assert f'value="{value}"' in page
        assert words not in ("", value)


@pytest.mark.parametrize("missing", TALK)
@pytest.mark.parametrize("region", [None, "held"])
def test_what_is_missing_is_said_and_the_rest_is_kept(
    as_user, holder, concern, url, missing, region
):
    answer = as_user(holder, region).post(url("talk"), held(**{missing: ""}))
    page = answer.content.decode()
    assert answer.status_code == 422
    kept = "agreed" if missing != "agreed" else "present"
    assert TALK[kept] in page


def test_a_conversation_is_not_held_tomorrow(as_user, holder, concern, url):
    answer = as_user(holder).post(url("talk"), held(held_on=str(in_days(1))))
    assert answer.status_code == 422
    assert "ikke være holdt senere enn i dag" in answer.content.decode()


def test_when_they_must_not_be_told_the_way_leads_to_child_welfare(
    as_user, holder, concern, url
):
    client = as_user(holder)
    page = client.get(url("talk-waits")).content.decode()
    assert "Barnevernsloven § 13-2" in page
    assert 'href="tel:112"' in page
    client.post(url("talk-waits"), WAIT)
    assert conversation(holder).not_told == "violence"
    page = client.get(url("concern")).content.decode()
    assert "Mistanke om vold hjemme" in page
    now = page.split('class="card next')[1].split("</section>")[0]
    assert reverse("report-concern", args=[concern.pk]) in now


def test_when_the_report_is_sent_what_is_left_is_to_decide(
    as_user, holder, concern, url
):
    client = as_user(holder)
    client.post(url("talk-waits"), WAIT)
    with acting(holder.pk, STAFF):
        send_report(concern, holder)
    page = client.get(url("concern")).content.decode()
    assert "0.4 Avklar og beslutt" in page
    assert "må vente" in page


def test_a_reason_is_asked_for(as_user, holder, concern, url):
    answer = as_user(holder).post(url("talk-waits"), {**WAIT, "why": ""})
    assert answer.status_code == 422
    assert WAIT["reason"] in answer.content.decode()


def test_what_each_choice_leads_to_is_said(as_user, holder, concern, url):
    page = as_user(holder).get(url("decide")).content.decode()
    assert page.count('name="decision"') == 4
    assert "Du åpner oppfølgingen" in page
    assert f"{reverse('find-child')}?concern={concern.pk}" in page


def test_closed_is_closed_and_says_why(as_user, holder, concern, url):
    client = as_user(holder)
    assert client.post(url("decide"), DECISION)["Location"] == url("concern")
    page = client.get(url("concern")).content.decode()
    assert "Det har gått seg til." in page
    assert decision_of(concern, holder) == "closed"


@pytest.mark.parametrize("level", ["level_1", "level_2"])
def test_help_needs_a_child_and_a_conversation_and_no_word_is_lost(
    as_user, holder, concern, url, level
):
    answer = as_user(holder).post(url("decide"), {**DECISION, "decision": level})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert DECISION["reason"] in page
    assert "Si hvilket barn det gjelder" in page
    assert decision_of(concern, holder) == ""


@pytest.mark.parametrize("level", ["level_1", "level_2"])
def test_help_leads_straight_to_the_follow_up_of_the_child(
    as_user, holder, concern, named, url, level
):
    with acting(holder.pk, STAFF):
        make_ready(concern, holder)
    client = as_user(holder)
    answer = client.post(url("decide"), {**DECISION, "decision": level})
    there = f"{reverse('open-log', args=[named.pk])}?concern={concern.pk}"
    assert answer["Location"] == there
    assert there in client.get(url("concern")).content.decode()


def test_a_child_with_a_follow_up_already_leads_to_the_child(
    as_user, holder, concern, named, url
):
    with acting(holder.pk, STAFF):
        make_ready(concern, holder)
        make_log(named, holder, level=1)
    answer = as_user(holder).post(url("decide"), {**DECISION, "decision": "level_1"})
    assert answer["Location"] == reverse("child", args=[named.pk])


def test_reported_leads_to_the_report(as_user, holder, concern, url):
    answer = as_user(holder).post(url("decide"), {**DECISION, "decision": "reported"})
    assert answer["Location"] == reverse("report-concern", args=[concern.pk])


def test_a_decision_sent_twice_is_made_once(as_user, holder, concern, url):
    client = as_user(holder)
    key = {"once": "5d1a4a40-8b6c-4a0e-9a7d-3d1f2a1b5c12"}
    first, again = (client.post(url("decide"), DECISION | key) for _ in range(2))
    assert first["Location"] == again["Location"]


def test_the_pages_take_few_statements(
    as_user, holder, concern, named, url, django_assert_max_num_queries
):
    with acting(holder.pk, STAFF):
        for _ in range(5):
            make_ready(concern, holder)
    client = as_user(holder)
    for name in ("concern", "talk", "talk-waits", "decide", "ask-team"):
        with django_assert_max_num_queries(15):
            client.get(url(name))
