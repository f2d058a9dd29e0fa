"""Search: my children only; words stay out of addresses; the recalled is gone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.audit.models import Event
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs import search
from tests.cast import STAFF


@pytest.fixture
def entry(log, holder):
    with acting(holder.pk, STAFF):
        return logs.write_entry(log, text="Hun klatret høyt i treet og lo.", by=holder)


def look(client, words):
    return client.post(reverse("search"), {"words": words})


def test_a_word_is_found_in_another_form(as_user, holder, entry):
    page = look(as_user(holder), "klatre").content.decode()
    assert "<mark>klatret</mark>" in page
    assert reverse("child", args=[entry.log.child_id]) in page


@pytest.mark.parametrize("who", ["colleague", "stranger", "leader", "caseworker"])
def test_others_find_nothing(as_user, request, entry, who):
    user = request.getfixturevalue(who)
    for words in ("klatret", "Nora"):
        page = look(as_user(user), words).content.decode()
        assert "klatret høyt" not in page
        assert "Nora Sand" not in page


def test_goals_and_interventions_are_found_too(as_user, nurse, intervention):
    page = look(as_user(nurse), "leken").content.decode()
    assert "Nora Sand" in page


def test_what_was_recalled_is_never_found(as_user, holder, entry):
    with acting(holder.pk, STAFF):
        logs.undo(entry, by=holder)
    page = look(as_user(holder), "klatret").content.decode()
    assert "høyt i treet" not in page


def test_a_name_is_found_by_its_parts(as_user, holder, log):
    assert "Nora Sand" in look(as_user(holder), "sand nor").content.decode()


def test_a_search_leaves_a_line_with_the_child(as_user, nurse, holder, entry):
    look(as_user(nurse), "klatret")
    with acting(holder.pk, STAFF):
        seen = Event.objects.filter(action="child.searched", actor=nurse.pk)
        assert [event.subject for event in seen] == [entry.log.child_id]


def test_nothing_asked_is_said_at_the_field(as_user, holder):
    answer = look(as_user(holder), "")
    assert answer.status_code == 422


@pytest.mark.parametrize("words", ["'", "& | !", '"', "<b>", "a:*", "%s", "☃"])
def test_strange_words_are_only_words(as_user, holder, entry, words):
    assert look(as_user(holder), words).status_code == 200


def test_what_is_typed_is_never_markup(as_user, holder, log):
    with acting(holder.pk, STAFF):
        logs.write_entry(log, text="Sa <script>alert(1)</script> hei", by=holder)
    page = look(as_user(holder), "hei").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page or "hei</mark>" in page


def test_the_cost_is_the_same_for_one_hit_and_for_many(as_user, holder, log, entry):
    client = as_user(holder)
    with CaptureQueriesContext(connection) as one:
        look(client, "klatret")
    with acting(holder.pk, STAFF):
        for _ in range(20):
            logs.write_entry(log, text="Klatret igjen.", by=holder)
    with CaptureQueriesContext(connection) as many:
        look(client, "klatret")
    assert len(many) == len(one) <= 15


def test_rls_alone_holds_the_search_back(stranger, entry):
    with acting(stranger.pk, STAFF):
        assert search.texts("klatret") == []
    assert search.texts("klatret") == []


def test_a_teacher_who_is_a_mother_finds_nothing_about_her_own_child(
    as_user, holder, teacher, child, entry
):
    """Two hats: at work she is no guardian."""
    from laget.children import actions as children

    with acting(holder.pk, STAFF):
        children.add_guardian(child, name=teacher.name, user=teacher)
    for words in ("klatret", "Nora"):
        page = look(as_user(teacher), words).content.decode()
        assert "klatret høyt" not in page and "Nora Sand" not in page
