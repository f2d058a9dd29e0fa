"""Consent in the course of time: renewed, taken back, who sees and does what."""

import pytest
from django.test import Client
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import Child
from laget.consents.models import Consent, Ended
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Handover, Participation
from tests.cast import STAFF, job_of, make_child, make_consent
from tests.staff.register.doing import answer, ask, saved

pytestmark = pytest.mark.django_db


def test_renewal_leaves_what_stands_until_all_have_said_yes(
    as_user, holder, two, ppt, asked
):
    consent, eva, jo = asked
    for parent in (eva, jo):
        answer(as_user(holder), consent, parent, "yes")
    ask(as_user(holder), two, ppt, topics="Mer enn før")
    with acting(holder.pk, STAFF):
        renewal = Consent.objects.asked().get()
    assert saved(holder, consent.pk).stands

    answer(as_user(holder), renewal, eva, "yes")
    assert saved(holder, consent.pk).stands
    answer(as_user(holder), renewal, jo, "yes")

    assert saved(holder, renewal.pk).stands
    assert saved(holder, consent.pk).ended_how == Ended.REPLACED


def test_a_guardian_who_comes_later_is_asked_and_a_no_takes_it_back(
    as_user, holder, two, asked
):
    consent, eva, jo = asked
    for parent in (eva, jo):
        answer(as_user(holder), consent, parent, "yes")
    with acting(holder.pk, STAFF):
        new = children.add_guardian(Child.objects.get(pk=two.pk), name="Ny Far")
    page = as_user(holder).get(reverse("consent", args=[consent.pk])).content.decode()
    assert "Gjelder; én til må spørres" in page
    assert saved(holder).stands

    answer(as_user(holder), consent, new, "no")

    assert saved(holder).ended_how == Ended.WITHDRAWN


def test_who_is_no_longer_guardian_holds_nothing_up(as_user, holder, asked):
    consent, eva, jo = asked
    answer(as_user(holder), consent, eva, "yes")

    as_user(holder).post(reverse("end-guardian", args=[jo.pk]))

    assert saved(holder).stands


def test_who_loses_sight_is_said_before_and_done_at_once(
    as_user, holder, nurse, adviser, log
):
    with acting(holder.pk, STAFF):
        consent = Consent.objects.get(service__name="PPT")
    place = reverse("withdraw-consent", args=[consent.pk])
    asked = as_user(holder).get(place).content.decode()
    assert "Berit Vik" in asked
    assert "Ola Dahl" not in asked
    assert saved(holder, consent.pk).stands

    as_user(holder).post(place, {"reason": "Mor vil ikke mer"})

    assert saved(holder, consent.pk).ended_reason == "Mor vil ikke mer"
    for user, count in ((adviser, 0), (nurse, 1), (holder, 1)):
        with acting(user.pk, STAFF):
            assert Child.objects.count() == count
    assert as_user(holder).post(place).status_code == 403


def test_who_has_a_law_or_the_own_unit_loses_nothing(
    as_user, holder, colleague, caseworker, log
):
    with acting(holder.pk, STAFF):
        welfare = job_of(caseworker)
        make_consent(log.child, welfare.unit.service, by=holder)
        logs.invite(log, employment=welfare, statute="barnevernsloven § 2-2")
        consent = Consent.objects.get(service__name="Barnevern")
        assert Participation.objects.count() == 4

    place = reverse("withdraw-consent", args=[consent.pk])
    assert "Ingen mister innsyn" in as_user(holder).get(place).content.decode()


def test_a_holder_who_loses_sight_is_led_away_kindly(as_user, nurse, holder, log):
    """The health nurse holds the log by consent, and the family takes it back."""
    with acting(holder.pk, STAFF):
        offered = logs.offer(log, to=job_of(nurse), reason="Bytte", by=holder)
    with acting(nurse.pk, STAFF):
        logs.accept(Handover.objects.get(pk=offered.pk))
        consent = Consent.objects.get(service__name="Helsestasjon")
    place = reverse("withdraw-consent", args=[consent.pk])
    assert "er stafettholder" in as_user(nurse).get(place).content.decode()

    response = as_user(nurse).post(place)

    assert response["Location"] == reverse("children")
    assert as_user(nurse).get(response["Location"]).status_code == 200


def test_the_paper_names_nobody_who_is_barred(as_user, holder, asked):
    consent, eva, _ = asked
    with acting(holder.pk, STAFF):
        child = Child.objects.get()
        children.add_guardian(child, name="Sperret Far", barred=True)
    text = as_user(holder).get(reverse("print-consents", args=[child.pk]))

    main = text.content.decode().split('<main id="main"')[1]
    assert "Eva Lie, sted, dato og underskrift" in main
    assert "Sperret Far, sted, dato" not in main


def test_history_shows_all_that_was_asked(as_user, holder, asked):
    consent, *_ = asked
    as_user(holder).post(reverse("withdraw-consent", args=[consent.pk]))

    text = as_user(holder).get(reverse("consents", args=[consent.child_id]))

    assert "Trukket tilbake" in text.content.decode()


def test_nobody_to_ask_leads_to_registering_one(as_user, holder, bygdevik, ppt):
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik)
    ask(as_user(holder), child, ppt)
    text = as_user(holder).get(reverse("consents", args=[child.pk])).content.decode()

    assert "Ingen å spørre" in text
    assert "Registrer en foresatt" in text


WHO = ["holder", "nurse", "colleague", "leader", "teacher", "stranger", "guardian"]
MAY = {
    "consents": [200, 200, 404, 404, 404, 404, 404],
    "ask-consent": [200, 403, 404, 404, 404, 404, 404],
    "print-consents": [200, 403, 404, 404, 404, 404, 404],
    "consent": [200, 200, 404, 404, 404, 404, 404],
    "answer-consent": [200, 403, 404, 404, 404, 404, 404],
    "withdraw-consent": [200, 403, 404, 404, 404, 404, 404],
}


@pytest.mark.parametrize("name", MAY)
def test_who_may_see_and_do_what_with_a_consent(request, as_user, holder, log, name):
    with acting(holder.pk, STAFF):
        key = Consent.objects.get(service__name="PPT").pk
    key = key if name.endswith("consent") and name != "ask-consent" else log.child_id
    for who, status in zip(WHO, MAY[name], strict=True):
        client = as_user(request.getfixturevalue(who))
        assert client.get(reverse(name, args=[key])).status_code == status, who
        none = reverse(name, args=["00000000-0000-4000-8000-000000000000"])
        assert client.get(none).status_code == 404
    assert Client().get(reverse(name, args=[key])).status_code == 302


def test_the_pages_cost_the_same_however_many_consents(
    as_user, holder, two, bygdevik, django_assert_max_num_queries
):
    client = as_user(holder)
    with acting(holder.pk, STAFF):
        make_consent(two, bygdevik.services.get(name="PPT"), by=holder)
    counts = []
    for _ in range(2):
        with django_assert_max_num_queries(15) as found:
            client.get(reverse("consents", args=[two.pk]))
        with django_assert_max_num_queries(15) as asking:
            client.get(reverse("ask-consent", args=[two.pk]))
        counts.append((len(found), len(asking)))
        with acting(holder.pk, STAFF):
            for name in ("Helsestasjon", "Barnevern", "Skolene"):
                make_consent(two, bygdevik.services.get(name=name), by=holder)

    assert counts[0] == counts[1]


def test_one_consent_costs_few_statements(
    as_user, holder, log, django_assert_max_num_queries
):
    with acting(holder.pk, STAFF):
        key = Consent.objects.get(service__name="PPT").pk
    client = as_user(holder)
    for name in ("consent", "withdraw-consent"):
        with django_assert_max_num_queries(15):
            client.get(reverse(name, args=[key]))
