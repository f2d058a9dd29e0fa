"""Consent on the pages: asked about, answered, refused, disagreed about."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from laget.consents.models import Answer, Consent, How
from laget.kernel import clock
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days, make_child
from tests.staff.register.doing import answer, ask, saved

pytestmark = pytest.mark.django_db


def test_several_services_are_asked_about_in_one_go(as_user, holder, two, ppt, health):
    own = {f"service-{health.pk}-topics": "Bare søvn"}

    response = ask(as_user(holder), two, ppt, health, **own)

    assert response["Location"] == reverse("consents", args=[two.pk])
    with acting(holder.pk, STAFF):
        found = {c.service.name: c for c in Consent.objects.select_related("service")}
        assert found["PPT"].topics == "Lek og språk"
        assert found["Helsestasjon"].topics == "Bare søvn"
        last = clock.today() + timedelta(days=200)
        assert found["PPT"].expires_at.astimezone().date() >= last


def test_how_long_begins_with_the_municipalitys_own_rule(
    as_user, holder, two, bygdevik
):
    page = as_user(holder).get(reverse("ask-consent", args=[two.pk]))

    until = page.context["form"]["until"].value()
    assert str(until.year if hasattr(until, "year") else until[-4:]) == str(
        clock.today().year + 1
    )


def test_only_services_of_the_childs_municipality_are_offered(as_user, holder, two):
    text = as_user(holder).get(reverse("ask-consent", args=[two.pk])).content.decode()

    assert "PPT" in text
    with acting(holder.pk, STAFF):
        assert text.count('class="service-row"') == 7


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topics": ""}, "må fylles ut"),
        ({"until": "01.01.2020"}, "Datoen kan ikke være før"),
        ({"until": "i morgen"}, "dd.mm.åååå"),
    ],
)
def test_what_is_wrong_with_a_question_is_said_and_the_rest_kept(
    as_user, holder, two, ppt, wrong, said
):
    response = ask(as_user(holder), two, ppt, limits="Ikke om mor", **wrong)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert "Ikke om mor" in response.content.decode()


def test_a_question_is_about_some_service(as_user, holder, two, ppt):
    none = ask(as_user(holder), two)
    unticked = ask(as_user(holder), two, **{f"service-{ppt.pk}-topics": "Søvn"})

    assert "Velg minst én tjeneste" in none.content.decode()
    assert "Kryss av for PPT også" in unticked.content.decode()
    assert unticked.status_code == 422


def test_a_question_sent_twice_is_one(as_user, holder, two, ppt):
    once = str(uuid4())
    for _ in range(2):
        ask(as_user(holder), two, ppt, once=once)

    with acting(holder.pk, STAFF):
        assert Consent.objects.count() == 1


def test_it_stands_when_both_have_said_yes(as_user, holder, asked):
    consent, eva, jo = asked
    answer(as_user(holder), consent, eva, "yes", how="paper")
    assert not saved(holder).stands

    answer(as_user(holder), consent, jo, "yes")

    assert saved(holder).stands
    with acting(holder.pk, STAFF):
        first, second = Answer.objects.order_by("taken_at")
        assert (first.how, second.how) == (How.PAPER, How.ORAL)
        assert first.taken_by == holder


def test_a_refusal_is_stored_and_the_page_says_what_goes_on(as_user, holder, asked):
    consent, eva, _ = asked
    answer(as_user(holder), consent, eva, "no", reason="Vil vente")

    text = as_user(holder).get(reverse("consent", args=[consent.pk])).content.decode()

    assert "Tjenesten blir ikke med" in text
    assert "alt loven krever" in text
    assert "Vil vente" in text
    assert reverse("report-child", args=[consent.child_id]) in text


def test_disagreement_has_a_way_forward(as_user, holder, asked):
    consent, eva, jo = asked
    answer(as_user(holder), consent, eva, "yes")
    answer(as_user(holder), consent, jo, "no")

    text = as_user(holder).get(reverse("consent", args=[consent.pk])).content.decode()

    assert "De er ikke enige" in text
    assert "Snakk med hver av dem" in text
    assert reverse("ask-consent", args=[consent.child_id]) in text


def test_an_exception_needs_a_reason_and_who_decided(as_user, holder, asked):
    consent, eva, jo = asked
    answer(as_user(holder), consent, eva, "yes")
    without = answer(as_user(holder), consent, jo, "excused")
    assert without.status_code == 422
    assert "Skriv hvem som bestemte unntaket" in without.content.decode()

    told = {"reason": "Besøksforbud", "decided_by": "Barnevernleder Nils Aas"}
    answer(as_user(holder), consent, jo, "excused", **told)

    assert saved(holder).stands
    text = as_user(holder).get(reverse("consent", args=[consent.pk])).content.decode()
    assert "Unntak bestemt av Barnevernleder Nils Aas" in text


def test_the_young_person_answers_and_is_never_excused(as_user, holder, bygdevik, ppt):
    with acting(holder.pk, STAFF):
        born = in_days(0).replace(year=in_days(0).year - 17, day=1)
        child = make_child(by=holder, municipality=bygdevik, born_on=born)
    ask(as_user(holder), child, ppt)
    consent = saved(holder)
    told = {"reason": "Vil ikke", "decided_by": "Meg"}

    excused = answer(as_user(holder), consent, "young", "excused", **told)
    assert excused.status_code == 422
    answer(as_user(holder), consent, "young", "yes")

    assert saved(holder).stands


@pytest.mark.parametrize(
    "wrong",
    [
        {"who": "x"},
        {"said": "maybe"},
        {"how": "portal"},
        {"on": "01.01.2150"},
        {"who": "young"},
    ],
)
def test_a_wrong_answer_is_told_and_nothing_is_stored(as_user, holder, asked, wrong):
    consent, eva, _ = asked

    response = answer(as_user(holder), consent, eva, "yes", **wrong)

    assert response.status_code == 422
    with acting(holder.pk, STAFF):
        assert not Answer.objects.exists()


def test_nobody_answers_twice(as_user, holder, asked):
    consent, eva, _ = asked
    answer(as_user(holder), consent, eva, "no")

    assert answer(as_user(holder), consent, eva, "yes").status_code == 422
