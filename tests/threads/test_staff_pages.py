"""The team writes to those of the family it chooses."""

import re

import pytest

from laget.concerns.models import Heard
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Closed, Log
from laget.threads.models import Thread
from tests.threads.conftest import answer, begin, words

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def read(page):
    assert page.status_code in (200, 422), page.status_code
    return page.content.decode()


def test_whoever_writes_chooses_among_those_who_may_read(
    as_user, nora, noras_log, holder, guardian, father, youth
):
    client, url = as_user(holder), f"/logs/{noras_log.pk}/messages/new/"
    said = read(client.get(url))
    for name in (
        "Maria Sand (foresatt)",
        "Ivar Sand (foresatt)",
        "Nora Sand (den unge",
    ):
        assert name in said
    assert "Jon Sand" not in said
    key = re.search(r'value="([\w-]+)"[^>]*>\s*<label[^>]*>Ivar', said)[1]
    shown = re.search(r'name="shown" value="(\w+)"', said)[1]
    typed = {"family": key, "subject": "Møte", "text": "Kan du komme?", "shown": shown}
    assert client.post(url, typed).status_code == 302
    assert words(father) == ["Kan du komme?"]
    assert (words(guardian), words(youth)) == ([], [])


def test_without_anybody_chosen_nothing_is_sent(as_user, noras_log, holder):
    url = f"/logs/{noras_log.pk}/messages/new/"
    said = read(as_user(holder).post(url, {"subject": "x", "text": "Kan du komme?"}))
    assert "Kan du komme?" in said
    assert words(holder, STAFF) == []


def test_one_who_is_not_a_guardian_of_the_child_cannot_be_chosen(
    as_user, noras_log, nora, holder, barred
):
    client, url = as_user(holder), f"/logs/{noras_log.pk}/messages/new/"
    shown = re.search(r'name="shown" value="(\w+)"', read(client.get(url)))[1]
    with acting(holder.pk, STAFF):
        key = nora.guardianships.get(user=barred).pk
    typed = {"family": f"{key}", "subject": "x", "text": "y", "shown": shown}
    assert client.post(url, typed).status_code == 422
    assert words(holder, STAFF) == []


def test_the_childs_page_leads_to_the_messages(as_user, nora, noras_log, holder):
    assert f"/logs/{noras_log.pk}/messages/" in read(
        as_user(holder).get(f"/children/{nora.pk}/")
    )


def test_those_outside_the_team_find_no_such_page(
    as_user, noras_log, guardian, colleague, leader, stranger
):
    talk = begin(noras_log, guardian)
    for who in (colleague, leader, stranger):
        for url in (f"/logs/{noras_log.pk}/messages/", f"/messages/{talk.pk}/"):
            assert as_user(who).get(url).status_code == 404


def test_in_a_closed_log_the_page_says_that_it_can_only_be_read(
    as_user, as_family, noras_log, guardian, holder
):
    talk = begin(noras_log, guardian)
    answer(talk, holder)
    close(noras_log, holder)
    for page in (
        as_user(holder).get(f"/messages/{talk.pk}/"),
        as_family(guardian).get(f"/family/messages/{talk.pk}/"),
    ):
        said = read(page)
        assert "Hun sover dårlig." in said
        assert "Du kan lese dette, men ikke skrive mer" in said
        assert 'id="post"' not in said
    refused = as_user(holder).post(f"/messages/{talk.pk}/write/", {"text": "x"})
    assert refused.status_code == 403


def close(log, holder):
    with acting(holder.pk, STAFF):
        logs.close(
            Log.objects.get(pk=log.pk),
            why=Closed.GOALS_REACHED,
            text="",
            child_words="Fint.",
            heard=Heard.TALK,
            guardian_words="",
            follows_on="Skolen",
            results={},
            by=holder,
        )


def test_the_unread_is_marked_in_the_list_until_it_is_read(
    as_user, noras_log, guardian, holder
):
    talk = begin(noras_log, guardian)
    client, url = as_user(holder), f"/logs/{noras_log.pk}/messages/"
    assert ">Ny</" in read(client.get(url)).split("<main")[1]
    client.get(f"/messages/{talk.pk}/")
    assert ">Ny</" not in read(client.get(url)).split("<main")[1]


def test_who_looked_names_the_messages(as_user, as_family, nora, noras_log, guardian):
    talk = begin(noras_log, guardian)
    holder = noras_log.holder
    as_user(holder).get(f"/messages/{talk.pk}/")
    assert "meldingene" in read(as_user(holder).get(f"/children/{nora.pk}/looked/"))


@pytest.mark.parametrize("hat", [STAFF, FAMILY])
def test_a_form_sent_twice_makes_one_message(
    hat, as_user, as_family, noras_log, guardian, holder
):
    talk = begin(noras_log, guardian)
    client = as_user(holder) if hat is STAFF else as_family(guardian)
    url = f"/messages/{talk.pk}/" if hat is STAFF else f"/family/messages/{talk.pk}/"
    said = read(client.get(url))
    typed = dict(re.findall(r'name="(once|shown)"[^>]*? value="([\w-]+)"', said))
    for _ in range(2):
        assert client.post(f"{url}write/", typed | {"text": "Hei"}).status_code == 302
    assert words(holder, STAFF).count("Hei") == 1
    with acting(holder.pk, STAFF):
        assert Thread.objects.count() == 1
