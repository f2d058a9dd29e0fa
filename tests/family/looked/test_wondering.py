"""I wonder about this: from the family to the data-protection officer, and back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from laget.audit.models import note
from laget.consents.models import Consent
from laget.inquiries.models import Inquiry
from laget.inquiries.remind import remind
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs import told
from laget.logs.models import Entry, Goal, Log
from laget.messaging.models import Message
from tests.cast import STAFF, in_days, job_of, make_child
from tests.family import FAMILY

WORDS = "Hvorfor så Ola på dette i går kveld?"


def look(user, log):
    with acting(user.pk, STAFF):
        note("child.read", log.child)


def line_of(person, child, reader):
    with acting(reader.pk, FAMILY):
        return told.told(child, reader).filter(actor=person.pk).first().pk


def wonder(client, log, person, reader, text=WORDS):
    line = line_of(person, log.child, reader)
    where = reverse("wonder-about", args=[log.child_id, line])
    return client.post(where, {"text": text})


def only(person, role=STAFF):
    with acting(person.pk, role):
        return Inquiry.objects.select_related("child", "municipality", "by").get()


def told_of(person, role=STAFF):
    with acting(person.pk, role):
        return list(Message.objects.values_list("template", flat=True))


@pytest.fixture
def asked(as_family, guardian, noras_log, nurse):
    look(nurse, noras_log)
    answer = wonder(as_family(guardian), noras_log, nurse, guardian)
    assert answer.status_code == 302
    return answer["Location"]


def test_the_officer_is_told_and_answers_in_words_the_family_reads(
    asked, as_family, as_user, guardian, privacy
):
    assert told_of(privacy) == ["a_family_wonders"]
    case = only(privacy)
    assert case.answer_by == clock.today() + timedelta(days=30)
    officer = as_user(privacy)
    page = officer.get(reverse("inquiry", args=[case.pk])).content.decode()
    assert WORDS in page and "Ola Dahl" in page and "Maria Sand" in page
    assert "Så på: barnets side" in page
    where = reverse("answer-inquiry", args=[case.pk])
    sent = officer.post(where, {"text": "Ola hadde vakt og svarte på en telefon."})
    assert sent.status_code == 302
    page = as_family(guardian).get(asked).content.decode()
    assert "Ola hadde vakt" in page and "Dag Lien" in page
    assert "your_question_is_answered" in told_of(guardian, FAMILY)


def test_the_row_says_that_one_has_asked(asked, as_family, guardian, noras_log):
    where = reverse("who-looked-at-us", args=[noras_log.child_id])
    page = as_family(guardian).get(where).content.decode()
    assert "Du har spurt om dette" in page
    assert asked in page


def test_nobody_else_in_the_family_reads_it(asked, as_family, father, youth, noras_log):
    where = reverse("who-looked-at-us", args=[noras_log.child_id])
    for other in (father, youth):
        client = as_family(other)
        assert client.get(asked).status_code == 404
        assert "Du har spurt" not in client.get(where).content.decode()


def test_the_one_it_is_about_is_not_told_nor_finds_it(asked, as_user, nurse, holder):
    for person in (nurse, holder):
        with acting(person.pk, STAFF):
            assert not Inquiry.objects.exists()
        assert told_of(person) in ([], ["you_are_on_a_team"])
        assert as_user(person).get(reverse("inquiries")).status_code == 200


def test_the_holders_own_overview_does_not_tell_that_somebody_asked(
    asked, as_user, holder, noras_log
):
    page = as_user(holder).get(reverse("who-looked", args=[noras_log.child_id]))
    assert "spørsmål fra familien" not in page.content.decode()


def test_the_same_is_asked_once_and_what_was_typed_is_kept(
    asked, as_family, guardian, noras_log, nurse
):
    again = wonder(as_family(guardian), noras_log, nurse, guardian, "En gang til")
    assert again.status_code == 422
    page = again.content.decode()
    assert "Du har spurt om dette allerede." in page and "En gang til" in page


def test_the_officer_sees_that_somebody_asked_and_never_what_is_written(
    asked, privacy, noras_log
):
    with acting(privacy.pk, STAFF):
        assert Inquiry.objects.exists()
        for model in (Log, Entry, Goal, Consent):
            assert not model.objects.exists()


def test_without_an_officer_the_page_says_so_and_nothing_is_lost(
    as_family, as_user, youth_of_fjordby, stranger, stranger_leader
):
    child, line = youth_of_fjordby
    client = as_family(child.account)
    where = reverse("wonder-about", args=[child.pk, line])
    page = client.get(where).content.decode()
    assert "Fjordby har ikke noe personvernombud her ennå" in page
    sent = client.post(where, {"text": WORDS})
    assert WORDS in client.get(sent["Location"]).content.decode()


@pytest.fixture
def youth_of_fjordby(stranger, doctor, fjordby):
    """A young person where nobody is appointed, and a line about who looked."""
    job = job_of(stranger)
    with acting(stranger.pk, STAFF):
        born = date(clock.today().year - 15, 1, 15)
        child = make_child(
            by=stranger, municipality=fjordby, born_on=born, account=doctor
        )
        logs.open_log(child, by=job, level=1, next_on=in_days(60))
        note("child.read", child)
    with acting(doctor.pk, FAMILY):
        line = told.told(child, doctor).filter(actor=stranger.pk).first().pk
    return child, line


def test_what_waits_too_long_finds_the_officer_then_who_administers(
    asked, privacy, administrator
):
    case = only(privacy)
    with clock.at(clock.now() + timedelta(days=26)), acting(privacy.pk, STAFF):
        remind(privacy)
        remind(privacy)
    assert told_of(privacy).count("a_family_waits") == 1
    assert told_of(administrator) == []
    with clock.at(clock.now() + timedelta(days=34)), acting(privacy.pk, STAFF):
        remind(privacy)
    assert told_of(privacy).count("a_family_has_waited_too_long") == 1
    assert told_of(administrator) == ["families_wait_too_long_for_answers"]
    with acting(administrator.pk, STAFF):
        message = Message.objects.get()
        assert message.ids == {}
        assert not Inquiry.objects.filter(pk=case.pk).exists()


def test_an_answer_is_given_once(asked, as_user, privacy):
    where = reverse("answer-inquiry", args=[only(privacy).pk])
    client = as_user(privacy)
    assert client.post(where, {"text": "Ja"}).status_code == 302
    assert client.post(where, {"text": "Nei"}).status_code == 403


def test_a_line_that_is_not_theirs_is_not_found(as_family, father, noras_log, privacy):
    where = reverse("wonder-about", args=[noras_log.child_id, uuid4()])
    assert as_family(father).get(where).status_code == 404


def test_the_officers_menu_leads_there(as_user, privacy, colleague):
    assert "/inquiries/" in as_user(privacy).get("/day/").content.decode()
    assert "/inquiries/" not in as_user(colleague).get("/day/").content.decode()


def test_about_the_officer_those_who_administer_are_told_and_the_officer_is_not(
    asked, as_user, as_family, guardian, privacy, administrator, noras_log
):
    officer = as_user(privacy)
    officer.get(reverse("inquiry", args=[only(privacy).pk]))
    before = told_of(privacy)
    again = wonder(as_family(guardian), noras_log, privacy, guardian)
    assert again.status_code == 302
    assert told_of(privacy) == before
    assert told_of(administrator) == ["nobody_answers_families"]
    with acting(administrator.pk, STAFF):
        remind(administrator)  # and each week, until there is one
    assert told_of(administrator) == ["nobody_answers_families"] * 2
    with acting(privacy.pk, STAFF):
        about_me = Inquiry.objects.get(person=privacy.pk)
    assert officer.get(reverse("inquiry", args=[about_me.pk])).status_code == 403
    assert "about" not in officer.get(reverse("inquiries")).context["open"]


@pytest.mark.parametrize("page", ["child", "consents"])
def test_to_answer_a_family_opens_no_page_about_the_child(
    asked, as_user, privacy, nurse, noras_log, page
):
    where = reverse(page, args=[noras_log.child_id])
    assert as_user(privacy).get(where).status_code == 403
    assert as_user(nurse).get(where).status_code == 200
