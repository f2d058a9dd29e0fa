"""The family writes to the team, sees who reads it, and takes a message back."""

import re

import pytest

from laget.children.models import Guardianship
from laget.kernel.acting import Role, acting
from laget.messaging.models import By, Message
from laget.messaging.reaching import reach_of
from laget.threads.models import Post, Thread
from tests.threads.conftest import answer, begin, words

STAFF, FAMILY = Role.STAFF, Role.FAMILY


@pytest.fixture
def talk(noras_log, guardian):
    return begin(noras_log, guardian)


def shown_on(page):
    """The mark of who was shown, as the browser sends it back."""
    return re.search(r'name="shown" value="(\w+)"', page.content.decode())[1]


def read(page):
    assert page.status_code in (200, 422), page.status_code
    return page.content.decode()


def test_she_is_shown_who_can_read_it_before_she_writes(
    as_family, nora, noras_log, guardian
):
    said = read(as_family(guardian).get(f"/family/{nora.pk}/messages/new/"))
    who = said.split('class="readers"')[1].split("</section>")[0]
    for part in ("Kari Lund", "pedagogisk leder", "Ola Dahl", "helsesykepleier"):
        assert part in who
    assert "Den som blir med på laget senere" in who
    assert "Ivar Sand (foresatt)" in said
    assert "Nora Sand (den unge selv)" in said
    assert "Jon Sand" not in said


def test_she_writes_and_the_team_reads_it(as_family, nora, noras_log, guardian, holder):
    client, url = as_family(guardian), f"/family/{nora.pk}/messages/new/"
    sent = {"subject": "Søvn", "text": "Hun sover dårlig."}
    answered = client.post(url, sent | {"shown": shown_on(client.get(url))})
    assert answered.status_code == 302
    assert "Hun sover dårlig." in read(client.get(answered["Location"]))
    assert words(holder, STAFF) == ["Hun sover dårlig."]
    with acting(holder.pk, STAFF):
        assert Thread.objects.get().parties.count() == 1


def test_what_was_typed_is_kept_when_something_is_missing(
    as_family, nora, noras_log, guardian
):
    client, url = as_family(guardian), f"/family/{nora.pk}/messages/new/"
    said = read(client.post(url, {"subject": "", "text": "Hun sover dårlig."}))
    assert "Hun sover dårlig." in said


def test_when_others_would_read_it_now_it_is_not_sent_unseen(
    as_family, nora, noras_log, guardian, father, holder, talk
):
    client, url = as_family(guardian), f"/family/messages/{talk.pk}/"
    shown = shown_on(client.get(url))
    with acting(holder.pk, STAFF):
        part = noras_log.participations.exclude(employment__user=holder).get()
        part.left_at = part.joined_at
        part.save(update_fields=["left_at"])
    client_answer = client.post(f"{url}write/", {"text": "Mer.", "shown": shown})
    said = read(client_answer)
    assert client_answer.status_code == 422
    assert "Det er endret hvem som kan lese dette" in said
    assert "Mer." in said
    assert len(words(guardian)) == 1
    again = client.post(f"{url}write/", {"text": "Mer.", "shown": shown_on_422(said)})
    assert again.status_code == 302
    assert len(words(guardian)) == 2


def shown_on_422(said):
    return re.search(r'name="shown" value="(\w+)"', said)[1]


def test_another_in_the_family_finds_no_such_page(
    as_family, talk, nora, father, youth, barred
):
    for other in (father, youth, barred):
        assert as_family(other).get(f"/family/messages/{talk.pk}/").status_code == 404
    said = read(as_family(father).get(f"/family/{nora.pk}/messages/"))
    assert "Søvn" not in said
    hidden = as_family(barred).get(f"/family/{nora.pk}/messages/")
    assert hidden.status_code == 404


def test_it_is_said_who_has_read_it(as_family, as_user, talk, guardian, holder):
    url = f"/family/messages/{talk.pk}/"
    assert "Ingen har lest den ennå." in read(as_family(guardian).get(url))
    as_user(holder).get(f"/messages/{talk.pk}/")
    assert "Lest av Kari Lund" in read(as_family(guardian).get(url))


def test_she_takes_it_back(as_family, as_user, talk, guardian, holder):
    client = as_family(guardian)
    with acting(guardian.pk, FAMILY):
        post = Post.objects.get()
    answered = client.post(f"/family/messages/{post.pk}/back/")
    for page in (
        client.get(answered["Location"]),
        as_user(holder).get(f"/messages/{talk.pk}/"),
    ):
        assert "Trukket tilbake." in read(page)
        assert "Hun sover" not in read(page)


def test_nobody_takes_back_anothers_message(as_family, as_user, talk, holder, father):
    with acting(holder.pk, STAFF):
        post = Post.objects.get()
    assert (
        as_family(father).post(f"/family/messages/{post.pk}/back/").status_code == 404
    )
    assert as_user(holder).post(f"/messages/{post.pk}/back/").status_code == 403


def test_with_another_log_in_there_is_no_way_in(as_user, as_family, talk, guardian):
    assert as_user(guardian).get(f"/family/messages/{talk.pk}/").status_code == 403
    assert as_family(guardian).get(f"/messages/{talk.pk}/").status_code == 403


@pytest.mark.parametrize("many", [1, 12])
def test_statements_do_not_grow_with_the_messages(
    as_family,
    as_user,
    talk,
    nora,
    guardian,
    holder,
    many,
    django_assert_max_num_queries,
):
    for _ in range(many):
        answer(talk, holder)
    client, at_work = as_family(guardian), as_user(holder)
    for url in (f"/family/messages/{talk.pk}/", f"/family/{nora.pk}/messages/"):
        with django_assert_max_num_queries(17):  # two are the session and the person
            assert client.get(url).status_code == 200
    with django_assert_max_num_queries(17):
        assert at_work.get(f"/messages/{talk.pk}/").status_code == 200


def test_notices_say_that_there_is_something_and_lead_to_it(
    as_family, talk, guardian, holder
):
    answer(talk, holder)
    client = as_family(guardian)
    said = read(client.get("/family/notices/"))
    assert "Du har fått en ny melding." in said
    assert "Nora" in said
    with acting(guardian.pk, FAMILY):
        told = Message.objects.get(template="the_team_has_written")
    opened = client.post(f"/family/notices/{told.pk}/")
    assert opened["Location"] == f"/family/messages/{talk.pk}/"
    with acting(guardian.pk, FAMILY):
        assert Message.objects.get(pk=told.pk).read_at


def test_to_one_who_no_longer_sees_it_the_notice_is_not_there(
    as_family, talk, nora, guardian, holder
):
    answer(talk, holder)
    with acting(holder.pk, STAFF):
        mine = Guardianship.objects.get(child=nora, user=guardian)
        mine.ended_at = mine.added_at
        mine.save(update_fields=["ended_at"])
    said = read(as_family(guardian).get("/family/notices/"))
    assert "Nora" not in said
    assert "melding" not in said.split("<main")[1].split("</main>")[0]


def test_what_one_is_told_at_work_stays_at_work(
    as_family, as_user, talk, guardian, holder
):
    assert "melding" in read(as_user(holder).get("/inbox/"))
    said = read(as_family(holder).get("/family/notices/"))
    assert "ny melding" not in said


def test_how_to_be_told_is_chosen_by_oneself(as_family, guardian, settings):
    settings.EMAIL_HOST, settings.DEFAULT_FROM_EMAIL = "mail", "Laget <a@b.example>"
    settings.SMS_URL = "https://sms.example/"
    client, url = as_family(guardian), "/family/notices/how/"
    assert "Det er noe nytt til deg i Laget." in read(client.get(url))
    wrong = client.post(url, {"by": "mail", "email": "nei"})
    assert wrong.status_code == 422
    empty = client.post(url, {"by": "sms", "phone": ""})
    assert empty.status_code == 422
    client.post(url, {"by": "sms", "phone": "900 00 000"})
    with acting(guardian.pk, FAMILY):
        reach = reach_of(guardian)
    assert (reach.by, reach.phone) == (By.SMS, "+4790000000")


def test_where_nothing_can_be_sent_that_is_said(as_family, guardian, settings):
    settings.EMAIL_HOST = settings.SMS_URL = ""
    said = read(as_family(guardian).get("/family/notices/how/"))
    assert "Herfra sendes verken e-post eller SMS" in said
