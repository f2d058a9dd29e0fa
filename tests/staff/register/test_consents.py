"""Consent on the pages: asked, answered, refused, taken back, renewed."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import Child, Guardianship
from laget.consents.models import Answer, Consent, Ended, How, Said
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Handover, Participation
from tests.cast import STAFF, in_days, job_of, make_child, make_consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(holder, bygdevik, kindergarten, guardian):
    """Ida, whose two parents decide together."""
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, unit=kindergarten, name="Ida Lie"
        )
        children.add_guardian(child, name="Eva Lie", user=guardian)
        children.add_guardian(child, name="Jo Lie")
    return child


@pytest.fixture
def ppt(bygdevik):
    return bygdevik.services.get(name="PPT")


@pytest.fixture
def health(bygdevik):
    return bygdevik.services.get(name="Helsestasjon")


def words(*services, **changed):
    until = in_days(200).strftime("%d.%m.%Y")
    asked = {f"service-{service.pk}-asked": "on" for service in services}
    own = {"topics": "Lek og språk", "limits": "", "until": until}
    return own | asked | {"once": str(uuid4())} | changed


def ask(client, child, *services, **changed):
    place = reverse("ask-consent", args=[child.pk])
    return client.post(place, words(*services, **changed))


def answer(client, consent, person, word, **changed):
    key = getattr(person, "pk", person)
    typed = {"who": key, "said": word, "how": "oral", "on": "", "reason": ""}
    typed |= {"on": clock.today().strftime("%d.%m.%Y"), "decided_by": ""}
    place = reverse("answer-consent", args=[consent.pk])
    return client.post(place, typed | {"once": str(uuid4())} | changed)


@pytest.fixture
def asked(as_user, holder, two, ppt):
    """A question to PPT about Ida, and her parents."""
    ask(as_user(holder), two, ppt)
    with acting(holder.pk, STAFF):
        consent = Consent.objects.get()
        parents = {g.name.split()[0]: g for g in Guardianship.objects.all()}
    return consent, parents["Eva"], parents["Jo"]


def saved(holder, pk=None):
    with acting(holder.pk, STAFF):
        return Consent.objects.get(**({"pk": pk} if pk else {}))


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
        assert text.count('class="choices service-row"') == 5


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


def test_said_is_kept_as_said():
    assert {Said.YES, Said.NO, Said.EXCUSED} == {"yes", "no", "excused"}
