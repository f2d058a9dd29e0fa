"""What somebody in the family, or who says they are, tries; and what it meets."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.urls import reverse

from laget.children import actions as children
from laget.consents import actions as consents
from laget.consents.models import Answer, Consent
from laget.kernel import clock
from laget.kernel.acting import acting
from tests.cast import FAMILY, STAFF, make_child
from tests.family.consents.doing import (
    answer,
    answers,
    ask,
    main_of,
    said,
    see,
    sign,
    withdraw,
)

pytestmark = pytest.mark.django_db
PAGES = ["our-consents", "consent-receipt", "consent-receipt-pdf"]
ONES = ["our-consent", "withdraw-our-consent"]


@pytest.mark.parametrize("who", ["barred", "doctor", "nurse", "holder"])
def test_who_is_nobody_to_the_child_finds_nothing(request, as_family, nora, ppt, who):
    """Barred, a guest, and those who work with her and come as private persons."""
    client = as_family(request.getfixturevalue(who))
    for name, key in [(n, nora.pk) for n in PAGES] + [(n, ppt.pk) for n in ONES]:
        hidden = client.get(reverse(name, args=[key]))
        missing = client.get(reverse(name, args=[uuid4()]))
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert "Nora" not in hidden.content.decode()
    assert sign(client, nora, said(ppt, "yes")).status_code == 404
    assert answer(client, ppt, "yes").status_code == 404


def test_a_log_in_for_work_opens_nothing_here(as_user, guardian, holder, nora, ppt):
    for user in (guardian, holder):
        assert (
            as_user(user).get(reverse("our-consents", args=[nora.pk])).status_code
            == 403
        )


def test_another_familys_consent_is_not_answered_from_here(
    as_family, guardian, holder, nora, ppt, bygdevik, kindergarten
):
    with acting(holder.pk, STAFF):
        other = make_child(by=holder, municipality=bygdevik, unit=kindergarten)
        children.add_guardian(other, name="Siri Sand")  # the same surname
    theirs = ask(other, "PPT", by=holder)

    assert sign(as_family(guardian), nora, said(theirs, "yes")).status_code == 422
    assert answer(as_family(guardian), theirs, "yes").status_code == 404
    assert withdraw(as_family(guardian), theirs).status_code == 404
    assert answers(holder, theirs) == []


def test_what_the_form_does_not_ask_for_is_not_read(
    as_family, guardian, father, holder, nora, ppt
):
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father).pk
    more = {
        **{"guardian": his, "guardian_id": his, "who": his, "taken_by": father.pk},
        **{"effective_at": "2026-01-01", "how": "paper", "reason": "x", "turn": 7},
        **{"decided_by": "x", "expires_at": "2099-01-01", "earlier": "on", "by": "x"},
        f"consent-{ppt.pk}-guardian": his,
    }
    sign(as_family(guardian), nora, said(ppt, "yes"), **more)

    with acting(holder.pk, STAFF):
        given = Answer.objects.get()
        assert given.guardian.user_id == given.taken_by_id == guardian.pk
        assert (given.how, given.reason, given.turn) == ("portal", "", 1)
        assert Consent.objects.get().effective_at is None


@pytest.mark.parametrize("word", ["excused", "YES", "portal", "1"])
def test_only_the_four_answers_are_answers(
    as_family, guardian, holder, nora, ppt, word
):
    assert answer(as_family(guardian), ppt, word).status_code == 422
    assert answers(holder, ppt) == []


def test_a_form_sent_again_is_one_answer(as_family, guardian, holder, nora, ppt):
    once = str(uuid4())
    for _ in range(3):
        sign(as_family(guardian), nora, said(ppt, "yes"), once=once)
        answer(as_family(guardian), ppt, "no", once=once)

    assert [word for _, word, _ in answers(holder, ppt)] == ["yes", "no"]


def test_a_question_that_ended_between_opening_and_signing_takes_none_of_it(
    as_family, guardian, holder, nora, ppt, health
):
    client = as_family(guardian)
    client.get(reverse("our-consents", args=[nora.pk]))
    with acting(holder.pk, STAFF):
        consents.withdraw(Consent.objects.get(pk=ppt.pk), by=holder)

    response = sign(client, nora, said(ppt, "yes"), said(health, "yes"))

    assert response.status_code == 422
    assert "er endret siden du åpnet siden" in response.content.decode()
    assert answers(holder, health) == []


def test_who_is_no_longer_guardian_between_opening_and_signing_signs_nothing(
    as_family, guardian, holder, nora, ppt
):
    client = as_family(guardian)
    client.get(reverse("our-consent", args=[ppt.pk]))
    with acting(holder.pk, STAFF):
        children.end_guardianship(nora.guardianships.get(user=guardian))

    assert answer(client, ppt, "yes").status_code == 404
    assert answers(holder, ppt) == []


def test_an_open_page_of_the_staff_saves_nothing_after_it_is_taken_back(
    as_family, as_user, guardian, nurse, holder, noras_log, nora
):
    with acting(guardian.pk, FAMILY):
        consent = nora.consents.get(service__name="Helsestasjon")
    place = reverse("write-entry", args=[noras_log.pk])
    client = as_user(nurse)
    assert client.get(reverse("child", args=[nora.pk])).status_code == 200

    withdraw(as_family(guardian), consent)

    words = {"kind": "note", "text": "Skrevet for sent", "once": str(uuid4())}
    assert client.post(place, words).status_code == 404
    with acting(holder.pk, STAFF):
        assert not noras_log.entries.filter(text="Skrevet for sent").exists()


def test_an_old_log_in_is_asked_to_log_in_again_and_signs_nothing(
    as_family, guardian, holder, nora, ppt
):
    response = sign(as_family(guardian, ago=601), nora, said(ppt, "yes"))

    assert response.status_code == 302
    assert reverse("log-in-again") in response["Location"]
    assert answers(holder, ppt) == []


def test_what_was_chosen_is_kept_until_the_log_in_is_fresh(
    as_family, guardian, holder, nora, ppt
):
    response = sign(as_family(guardian, ago=601), nora, said(ppt, "from_now"))
    kept = parse_qs(urlsplit(response["Location"]).query)["next"][0]

    text = as_family(guardian).get(kept).content.decode()

    assert f'name="consent-{ppt.pk}-said"' in text
    assert "Ja, men bare det som blir skrevet fra nå av" in main_of(text)
    assert reverse("sign-consents", args=[nora.pk]) in text


def test_a_log_in_that_is_not_sure_enough_reads_nothing(as_family, guardian, nora, ppt):
    weak = as_family(guardian, level="substantial")
    assert weak.get(reverse("our-consents", args=[nora.pk])).status_code == 403


def test_a_guardian_without_the_decision_reads_and_answers_nothing(
    as_family, doctor, holder, nora, ppt
):
    with acting(holder.pk, STAFF):
        children.add_guardian(nora, name="Eva Foss", user=doctor, custody=False)
    client = as_family(doctor)

    text = main_of(see(client, "our-consent", ppt.pk))

    assert "Andre har foreldreansvar og bestemmer" in text
    assert "-said" not in text
    assert answer(client, ppt, "yes").status_code == 403
    assert withdraw(client, ppt).status_code == 403


def test_who_is_barred_and_why_somebody_is_excused_leave_no_trace(
    as_family, guardian, holder, nora, ppt
):
    with acting(holder.pk, STAFF):
        jon = children.add_guardian(nora, name="Jon Sperret", custody=True, barred=True)
        consents.answer(
            Consent.objects.get(pk=ppt.pk),
            guardian=jon,
            said="excused",
            how="paper",
            on=clock.today(),
            reason="Besøksforbud",
            decided_by="Tingretten",
            by=holder,
        )
    for name, key in (("our-consents", nora.pk), ("our-consent", ppt.pk)):
        text = see(as_family(guardian), name, key)
        for word in ("Sperret", "Besøksforbud", "Tingretten", "excused", str(jon.pk)):
            assert word not in text
