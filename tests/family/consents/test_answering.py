"""Answering at home: several services, one signature; changing and taking back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.children.models import Child
from laget.consents.models import Ended
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.messaging.models import Message
from tests.cast import FAMILY, STAFF, in_days, job_of
from tests.family.consents.doing import (
    answer,
    answers,
    main_of,
    now,
    said,
    see,
    sign,
    withdraw,
)

pytestmark = pytest.mark.django_db


def test_two_services_are_answered_with_one_signature(
    as_family, guardian, father, holder, nora, ppt, health
):
    first = sign(as_family(guardian), nora, said(ppt, "yes"), said(health, "no"))
    sign(as_family(father), nora, said(ppt, "yes"), said(health, "yes"))

    assert first["Location"] == reverse("consent-receipt", args=[nora.pk])
    assert now(holder, ppt).stands
    assert not now(holder, health).stands
    assert answers(holder, ppt) == [(guardian.pk, "yes", 1), (father.pk, "yes", 1)]


def test_one_may_be_left_for_later(as_family, guardian, holder, nora, ppt, health):
    sign(as_family(guardian), nora, said(ppt, "yes"), said(health, ""))

    assert len(answers(holder, ppt)) == 1
    assert answers(holder, health) == []
    text = main_of(see(as_family(guardian), "our-consents", nora.pk))
    assert f"consent-{health.pk}-said" in text
    assert f"consent-{ppt.pk}-said" not in text


def test_choosing_nothing_is_said_and_a_day_is_asked_for(
    as_family, guardian, holder, nora, ppt
):
    nothing = sign(as_family(guardian), nora, said(ppt, ""))
    no_day = sign(as_family(guardian), nora, said(ppt, "until"))
    late = in_days(300).strftime("%d.%m.%Y")
    too_late = sign(as_family(guardian), nora, said(ppt, "until", late))

    assert [r.status_code for r in (nothing, no_day, too_late)] == [422, 422, 422]
    assert "Noe mangler. Se under." in no_day.content.decode()
    assert answers(holder, ppt) == []


def test_the_page_says_what_follows_from_yes_and_from_no(
    as_family, guardian, holder, nurse, caseworker, begun, nora, ppt, health
):
    with acting(holder.pk, STAFF):
        law = {"statute": "barnevernsloven § 2-2"}
        logs.invite(nora.logs.get(), employment=job_of(caseworker), **law)
    text = main_of(see(as_family(guardian), "our-consents", nora.pk))

    assert "Lek og språk" in text
    assert "Ikke om bestemor" in text
    assert "Ivar Sand" in text  # decides together with
    assert "Nils Aas" in text  # goes on, because the law says so
    assert "barnevernsloven § 2-2" in text
    assert "Barnevernsloven § 13-2" in text
    assert "Kari Lund" in text  # the own unit goes on


def test_those_who_would_see_are_named(as_family, guardian, nurse, noras_log, nora):
    with acting(guardian.pk, FAMILY):
        consent = nora.consents.get(service__name="Helsestasjon")

    text = main_of(see(as_family(guardian), "our-consent", consent.pk))

    assert "Ola Dahl" in text
    assert "helsesykepleier" in text


def test_a_changed_mind_is_a_new_answer_and_the_old_is_kept(
    as_family, guardian, father, holder, nora, ppt
):
    answer(as_family(father), ppt, "no")
    answer(as_family(guardian), ppt, "yes")
    assert not now(holder, ppt).stands

    answer(as_family(father), ppt, "yes")

    assert now(holder, ppt).stands
    text = main_of(see(as_family(father), "our-consent", ppt.pk))
    assert "endret siden" in text
    assert text.count(" checked") == 1  # what one has answered is chosen already
    assert [word for _, word, _ in answers(holder, ppt)] == ["no", "yes", "yes"]


def test_two_who_answer_differently_have_a_way_forward_and_nobody_is_blamed(
    as_family, guardian, father, holder, nora, ppt
):
    answer(as_family(guardian), ppt, "yes")
    answer(as_family(father), ppt, "no")

    for parent in (guardian, father):
        text = main_of(see(as_family(parent), "our-consent", ppt.pk))
        assert "Dere har svart ulikt" in text
        assert "Kari Lund" in text
        assert "Familievernkontoret" in text
    assert not now(holder, ppt).stands


def test_the_narrowest_yes_holds(as_family, guardian, father, holder, nora, ppt):
    day = in_days(40)
    answer(as_family(guardian), ppt, "until", day.strftime("%d.%m.%Y"))
    answer(as_family(father), ppt, "from_now")

    consent = now(holder, ppt)
    assert consent.stands
    assert not consent.earlier
    assert consent.expires_at.astimezone().date() == day


def test_what_stands_is_made_narrower_and_never_wider(
    as_family, guardian, father, holder, nora, ppt
):
    for parent in (guardian, father):
        answer(as_family(parent), ppt, "yes")
    day = in_days(30)
    answer(as_family(father), ppt, "until", day.strftime("%d.%m.%Y"))
    answer(as_family(father), ppt, "yes")

    assert now(holder, ppt).expires_at.astimezone().date() == day


def test_a_no_to_what_stands_takes_it_back(
    as_family, guardian, father, holder, nora, ppt
):
    for parent in (guardian, father):
        answer(as_family(parent), ppt, "yes")
    answer(as_family(father), ppt, "no")

    assert now(holder, ppt).ended_how == Ended.WITHDRAWN


def test_each_takes_back_alone_at_once_and_need_not_say_why(
    as_family, guardian, holder, nurse, noras_log, nora
):
    with acting(guardian.pk, FAMILY):
        consent = nora.consents.get(service__name="Helsestasjon")
    place = reverse("withdraw-our-consent", args=[consent.pk])
    assert "Ola Dahl" in as_family(guardian).get(place).content.decode()

    response = withdraw(as_family(guardian), consent)

    assert response["Location"] == reverse("our-consents", args=[nora.pk])
    assert now(holder, consent).ended_how == Ended.WITHDRAWN
    with acting(nurse.pk, STAFF):
        assert not Child.objects.exists()
        told = set(Message.objects.values_list("template", flat=True))
        assert "you_see_it_no_more" in told


def test_taking_back_needs_no_new_log_in_and_signing_does(
    as_family, guardian, father, holder, nora, ppt
):
    for parent in (guardian, father):
        answer(as_family(parent), ppt, "yes")
    long_ago = as_family(guardian, ago=3600)

    withdraw(long_ago, ppt)

    assert now(holder, ppt).ended_how == Ended.WITHDRAWN


def test_the_books_say_how_and_when_the_log_in_was_and_no_names(
    as_family, guardian, holder, nora, ppt
):
    answer(as_family(guardian), ppt, "yes")

    with acting(holder.pk, STAFF):
        event = Event.objects.get(action="consent.answered")
    assert event.role == "family"
    assert event.actor == guardian.pk
    assert set(event.details) == {"said", "how", "acr", "auth_time"}
    assert event.details["how"] == "portal"


def test_the_holder_and_the_other_parent_are_told(
    as_family, guardian, father, holder, nora, ppt
):
    answer(as_family(guardian), ppt, "yes")

    for person, hat, template in [
        (holder, STAFF, "the_family_has_answered"),
        (father, FAMILY, "a_consent_has_changed"),
        (father, FAMILY, "you_are_asked_for_consent"),
    ]:
        with acting(person.pk, hat):
            assert Message.objects.filter(template=template).count() == 1


def test_the_one_who_wants_to_be_asked_again_tells_the_contact(
    as_family, guardian, father, holder, nora, ppt
):
    for parent in (guardian, father):
        answer(as_family(parent), ppt, "yes")
    withdraw(as_family(guardian), ppt)
    place = reverse("ask-us-again", args=[ppt.pk])
    for _ in range(2):
        assert as_family(guardian).post(place).status_code == 302

    with acting(holder.pk, STAFF):
        asked = Message.objects.filter(template="the_family_wants_to_be_asked")
        assert asked.count() == 1


def test_the_young_person_decides_from_the_age_and_the_guardians_see_why(
    as_family, guardian, youth, holder, nora, ppt
):
    later = clock.now() + timedelta(days=2 * 366)
    with clock.at(later):
        from tests.family.consents.doing import ask

        question = ask(nora, "Helsestasjon", by=holder)
        mothers = main_of(see(as_family(guardian), "our-consents", nora.pk))
        refused = answer(as_family(guardian), question, "yes")
        answer(as_family(youth), question, "yes")
        assert now(holder, question).stands

    assert "Nora bestemmer selv" in mothers
    assert "-said" not in mothers
    assert refused.status_code == 403
