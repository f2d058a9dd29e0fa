"""I am worried: what to do now, and the first words, in under a minute."""

import pytest
from django.urls import reverse

from laget.concerns.models import Concern
from laget.kernel import clock
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days

pytestmark = pytest.mark.django_db


def only_concern(user):
    with acting(user.pk, STAFF):
        return Concern.objects.get()


def test_the_first_page_has_one_field_a_button_and_the_guide(as_user, holder):
    page = as_user(holder).get(reverse("worry")).content.decode()
    assert page.count("<textarea") == 1
    assert "0.1 Undring oppstår" in page
    assert 'aria-current="step"' in page
    assert "!!!" not in page


def test_the_red_door_and_the_municipalitys_numbers_are_in_sight(as_user, holder):
    page = as_user(holder).get(reverse("worry")).content.decode()
    assert reverse("report") in page
    assert 'href="tel:00000116"' in page


def test_a_concern_begins_with_the_first_words_and_names_no_child(as_user, holder):
    sent = as_user(holder).post(reverse("start-concern"), {"seen": "Gråter ofte 😢"})
    begun = only_concern(holder)
    assert sent["Location"] == reverse("concern", args=[begun.pk])
    assert begun.seen == "Gråter ofte 😢"
    assert begun.child is None
    assert begun.next_on == in_days(14)


def test_a_concern_can_begin_without_a_word(as_user, holder):
    client = as_user(holder)
    sent = client.post(reverse("start-concern"), {"seen": "", "once": ""})
    assert client.get(sent["Location"]).status_code == 200


def test_a_start_sent_twice_makes_one_concern(as_user, holder):
    client = as_user(holder)
    key = "5d1a4a40-8b6c-4a0e-9a7d-3d1f2a1b5c11"
    first, second = (
        client.post(reverse("start-concern"), {"seen": "Alene", "once": key})
        for _ in range(2)
    )
    assert first["Location"] == second["Location"]
    assert only_concern(holder).seen == "Alene"


def test_too_long_a_start_keeps_every_word(as_user, holder):
    words = "ord " * 3000
    answer = as_user(holder).post(reverse("start-concern"), {"seen": words})
    assert answer.status_code == 422
    assert words.strip() in answer.content.decode()


def test_her_open_concerns_are_listed_and_whose_others_are(
    as_user, holder, colleague, shared
):
    mine = as_user(holder).get(reverse("worry")).content.decode()
    theirs = as_user(colleague).get(reverse("worry")).content.decode()
    assert reverse("concern", args=[shared.pk]) in mine
    assert "Kari Lund" in theirs
    assert "Delt med deg" in theirs


def test_where_the_guide_is_not_there_yet_she_can_begin_all_the_same(as_user, stranger):
    client = as_user(stranger)
    page = client.get(reverse("worry")).content.decode()
    assert "Kommunen din har ikke lagt inn handlingsveilederen" in page
    sent = client.post(reverse("start-concern"), {"seen": "Stille"})
    assert client.get(sent["Location"]).status_code == 200


def test_someone_without_work_is_not_let_in(as_user, guardian):
    assert as_user(guardian).get(reverse("worry")).status_code == 403


def test_the_whole_guide_is_there_to_read(as_user, holder):
    page = as_user(holder).get(reverse("guide")).content.decode()
    for words in ("3.5 ", "Barnevernsloven § 13-2", "Du undrer deg fortsatt"):
        assert words in page
    assert "!!!" not in page


def test_the_guide_is_read_in_few_statements(
    as_user, holder, django_assert_max_num_queries
):
    client = as_user(holder)
    for name in ("worry", "guide"):
        with django_assert_max_num_queries(15):
            client.get(reverse(name))


def test_the_day_it_is_looked_at_again_is_said_in_words(as_user, holder, concern):
    page = as_user(holder).get(reverse("concern", args=[concern.pk])).content.decode()
    assert "om 14 dager" in page
    assert str(clock.today().year) in page
