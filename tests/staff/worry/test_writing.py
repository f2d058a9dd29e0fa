"""One concern: strengths first, kept as she types, never lost, never overwritten."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from laget.accounts.models import User
from laget.concerns.models import Concern
from laget.guide.models import Factor
from laget.kernel.acting import acting
from tests.cast import STAFF, decide, in_days
from tests.concerns.telling import stored

pytestmark = pytest.mark.django_db
LONG = "ærlig 😀 " * 1249
TEXTS = {
    "strengths": "Glad i dyr 🐶",
    "seen": "Står alene ved gjerdet.",
    "since": "Siden høsten, daglig",
    "child_says": "«Ingen vil leke»",
    "spoken_with": "Styrer, i går",
    "label": "Lek ute",
}
BY_SCRIPT = {"X-Autosave": "true"}


def written(**more):
    return {"version": 2, **TEXTS, **more}


def now(concern, owner):
    with acting(owner.pk, STAFF):
        return Concern.objects.get(pk=concern.pk)


def a_tick(side):
    return Factor.objects.filter(side=side)[0]


def test_everything_she_writes_is_kept_with_its_ticks(as_user, holder, concern, url):
    weight, shield = a_tick("risk"), a_tick("protection")
    sent = written(risks=[weight.code], protecting=[shield.code])
    client = as_user(holder)
    answer = client.post(url("write-concern"), sent)
    assert answer["Location"] == url("concern")
    saved = now(concern, holder)
    assert {name: getattr(saved, name) for name in TEXTS} == TEXTS
    assert set(saved.factors) == {weight.code, shield.code}
    page = client.get(url("concern")).content.decode()
    assert "Det er lagret." in page
    assert all(words in page for words in TEXTS.values())
    assert page.index("Hva fungerer bra?") < page.index("Hva har du sett og hørt?")


def test_ten_thousand_characters_and_emoji_fit_in_every_text(
    as_user, holder, concern, url
):
    assert 9_900 < len(LONG.strip()) <= 10_000
    texts = dict.fromkeys(("strengths", "seen", "child_says", "spoken_with"), LONG)
    answer = as_user(holder).post(url("write-concern"), written(**texts))
    assert answer.status_code == 302
    assert now(concern, holder).spoken_with == LONG.strip()


@pytest.mark.parametrize("region", [None, "concern-form-card"])
def test_too_long_a_text_is_said_at_its_field_and_nothing_is_lost(
    as_user, holder, concern, url, region
):
    sent = written(seen=LONG * 2)
    answer = as_user(holder, region).post(url("write-concern"), sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert LONG.strip() in page
    assert "«Ingen vil leke»" in page
    assert 'id="id_seen_error"' in page
    assert now(concern, holder).child_says == ""


def test_the_ticks_are_never_counted_or_coloured(as_user, holder, concern, url):
    every = [f.code for f in Factor.objects.filter(side="risk")]
    client = as_user(holder)
    client.post(url("write-concern"), written(risks=every))
    page = client.get(url("concern")).content.decode()
    assert "Kryssene blir aldri lagt sammen" in page
    assert f"{len(every)} " not in page.split('id="factors"')[1].split("</details>")[0]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_ticks_are_in_the_readers_own_language(
    as_user, holder, concern, url, language
):
    User.objects.filter(pk=holder.pk).update(language=language)
    every = Factor.objects.all()
    page = as_user(holder).get(url("concern")).content.decode()
    assert all(escape(factor.words(language)) in page for factor in every)


def test_it_saves_itself_and_says_when(as_user, holder, concern, url):
    answer = as_user(holder).post(url("save-concern"), written(), headers=BY_SCRIPT)
    assert answer.status_code == 200
    assert answer.json()["version"] == 3
    assert now(concern, holder).seen == TEXTS["seen"]


def test_a_lost_session_is_answered_401_and_overwrites_nothing(client, concern, url):
    answer = client.post(url("save-concern"), written(), headers=BY_SCRIPT)
    assert answer.status_code == 401
    assert stored(concern)["seen"] == "Står ofte alene."


def test_after_a_new_login_the_same_words_can_be_saved(
    client, as_user, holder, concern, url
):
    client.post(url("write-concern"), written())
    assert as_user(holder).post(url("write-concern"), written()).status_code == 302
    assert now(concern, holder).seen == TEXTS["seen"]


def test_it_does_not_save_itself_over_what_was_saved_elsewhere(
    as_user, holder, concern, url
):
    client = as_user(holder)
    client.post(url("save-concern"), written(), headers=BY_SCRIPT)
    late = written(seen="Fra et annet vindu")
    answer = client.post(url("save-concern"), late, headers=BY_SCRIPT)
    assert answer.status_code == 409
    assert now(concern, holder).seen == TEXTS["seen"]


def test_two_windows_show_both_texts_and_the_two_put_together(
    as_user, holder, concern, url
):
    client = as_user(holder)
    client.post(url("write-concern"), written())
    answer = client.post(url("write-concern"), written(seen="Smiler mer."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Står alene ved gjerdet.\n\nSmiler mer." in page
    assert 'name="version" value="3"' in page
    merged = written(seen="Står alene ved gjerdet. Smiler mer.", version=3)
    assert client.post(url("write-concern"), merged).status_code == 302
    assert now(concern, holder).seen == merged["seen"]


def test_to_press_save_while_it_saves_itself_is_no_conflict(
    as_user, holder, concern, url
):
    client = as_user(holder)
    client.post(url("save-concern"), written(), headers=BY_SCRIPT)
    answer = client.post(url("write-concern"), written())
    assert answer["Location"] == url("concern")


def test_a_tick_the_guide_no_longer_has_is_not_lost(as_user, holder, concern, url):
    with acting(holder.pk, STAFF):
        Concern.objects.filter(pk=concern.pk).update(factors=["GONE"])
    as_user(holder).post(url("write-concern"), written())
    assert now(concern, holder).factors == ["GONE"]


def test_the_next_date_is_changed_and_is_never_in_the_past(
    as_user, holder, concern, url
):
    client = as_user(holder)
    early = client.post(url("concern-next-date"), {"on": in_days(-1)})
    assert early.status_code == 422
    assert "allerede passert" in early.content.decode()
    assert client.post(url("concern-next-date"), {"on": in_days(7)}).status_code == 302
    assert now(concern, holder).next_on == in_days(7)


@pytest.mark.parametrize("on", ["", "i morgen", "31.02.2027", "01.01.0001", "1.1.9999"])
def test_a_date_that_is_none_is_asked_for_again(as_user, holder, concern, url, on):
    assert as_user(holder).post(url("concern-next-date"), {"on": on}).status_code == 422


def test_when_it_has_been_decided_nobody_writes(as_user, holder, concern, url):
    with acting(holder.pk, STAFF):
        decide(concern, holder, "closed")
    client = as_user(holder)
    assert client.post(url("write-concern"), written()).status_code == 403
    page = client.get(url("concern")).content.decode()
    assert "Det trengs ikke mer nå" in page
    assert "<textarea" not in page


def test_the_page_takes_few_statements_however_much_has_been_done(
    as_user, holder, shared, url, django_assert_max_num_queries
):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        client.get(url("concern"))


@pytest.mark.parametrize(
    "name",
    [
        *("concern", "share-concern", "pass-on-concern", "talk", "talk-waits"),
        *("decide", "ask-team", "concern-next-date"),
    ],
)
def test_every_page_has_the_red_door_one_heading_and_no_gap(
    as_user, holder, concern, url, name
):
    page = as_user(holder).get(url(name)).content.decode()
    assert page.count("<h1") == 1
    assert reverse("report-concern", args=[concern.pk]) in page
    assert "!!!" not in page
