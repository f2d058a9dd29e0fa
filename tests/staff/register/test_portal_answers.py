"""At work: what the family answered at home, its limits, disagreement, a reminder."""

import pytest
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import Guardianship
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import FAMILY, STAFF, in_days
from tests.family.consents import doing as home
from tests.staff.register.doing import a_number, answer, saved

pytestmark = pytest.mark.django_db
REMINDED = "please_answer_about_consent"


@pytest.fixture
def question(noras_log, nora, holder):
    return home.ask(nora, "PPT", by=holder)


def page(client, consent):
    return client.get(reverse("consent", args=[consent.pk])).content.decode()


def test_answers_given_at_home_are_shown_with_their_limits(
    as_user, as_family, holder, guardian, father, question
):
    day = in_days(30).strftime("%d.%m.%Y")
    home.answer(as_family(guardian), question, "from_now")
    home.answer(as_family(father), question, "no")
    home.answer(as_family(father), question, "until", day)

    text = page(as_user(holder), question)

    assert "bare det som blir skrevet fra nå av" in text
    assert "bare til" in text
    assert "har svart på nytt siden" in text
    assert "Bare det som er skrevet fra" in text
    assert "skrevet ned av Maria Sand" not in text


def test_disagreement_tells_what_to_do_and_blames_nobody(
    as_user, as_family, holder, guardian, father, question
):
    home.answer(as_family(guardian), question, "yes")
    home.answer(as_family(father), question, "no")

    text = page(as_user(holder), question)

    assert "De er ikke enige" in text
    assert "Tilby et møte" in text
    assert "Hver av dem kan endre svaret på sin egen side" in text


def test_a_guardian_who_has_a_page_is_reminded_once_a_day(
    as_user, as_family, holder, guardian, father, nora, question
):
    home.answer(as_family(guardian), question, "yes")
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father).pk
    place = reverse("remind-guardian", args=[question.pk])
    assert str(his) in page(as_user(holder), question)

    for _ in range(2):
        assert as_user(holder).post(place, {"who": his}).status_code == 302

    with acting(father.pk, FAMILY):
        assert Message.objects.filter(template=REMINDED).count() == 1
    with acting(guardian.pk, FAMILY):
        assert not Message.objects.filter(template=REMINDED).exists()


def test_nobody_is_reminded_who_must_not_be_or_has_no_page(
    as_user, holder, barred, nora, question, father
):
    with acting(holder.pk, STAFF):
        old = nora.guardianships.get(user=barred)
        children.end_guardianship(old)
        jon = children.add_guardian(
            nora, name="Jon", user=barred, custody=True, barred=True
        )
        eva = children.add_guardian(nora, name="Eva", custody=True)
    place = reverse("remind-guardian", args=[question.pk])
    for who in (jon.pk, eva.pk, "young", "x", ""):
        assert as_user(holder).post(place, {"who": who}).status_code == 409
    with acting(barred.pk, FAMILY):
        assert not Message.objects.exists()


@pytest.mark.parametrize("who", ["nurse", "colleague", "stranger"])
def test_only_those_who_ask_remind(request, as_user, question, who):
    client = as_user(request.getfixturevalue(who))
    place = reverse("remind-guardian", args=[question.pk])
    assert client.post(place, {"who": "young"}).status_code in (403, 404)


def test_a_limit_on_paper_is_written_down_too(as_user, holder, asked):
    consent, eva, jo = asked
    day = in_days(20)
    answer(as_user(holder), consent, eva, "yes", from_now="on")
    answer(as_user(holder), consent, jo, "yes", until=day.strftime("%d.%m.%Y"))

    assert saved(holder).stands
    assert not saved(holder).earlier
    assert saved(holder).expires_at.astimezone().date() == day


def test_a_no_with_a_limit_is_told_and_not_stored(as_user, holder, asked):
    consent, eva, _ = asked
    assert answer(as_user(holder), consent, eva, "no", from_now="on").status_code == 422


def numbered(client, guardian, number, again=None):
    place = reverse("number-guardian", args=[guardian.pk])
    return client.post(place, {"number": number, "again": again or number})


def test_a_guardians_number_is_written_twice_and_never_shown(as_user, holder, asked):
    _, eva, _ = asked
    number, other = a_number(), a_number(start=200)

    wrong = numbered(as_user(holder), eva, number, other)
    right = numbered(as_user(holder), eva, number)

    assert wrong.status_code == 422
    assert "De to numrene er ikke like" in wrong.content.decode()
    assert right.status_code == 302
    with acting(holder.pk, STAFF):
        assert Guardianship.objects.get(pk=eva.pk).nin_index
    for name, key in (("edit-child", eva.child_id), ("number-guardian", eva.pk)):
        text = as_user(holder).get(reverse(name, args=[key])).content.decode()
        assert number not in text


@pytest.mark.parametrize("wrong", ["", "12345678901", "1", "x"])
def test_a_number_that_cannot_be_one_is_told(as_user, holder, asked, wrong):
    _, eva, _ = asked
    assert numbered(as_user(holder), eva, wrong).status_code == 422


def test_the_childs_own_number_and_anothers_are_no_guardians(as_user, holder, asked):
    _, eva, jo = asked
    number = a_number()
    numbered(as_user(holder), eva, number)

    same = numbered(as_user(holder), jo, number)

    assert same.status_code == 422
    assert "Det er allerede en foresatt" in same.content.decode()


def test_who_had_the_wrong_number_sees_no_more(
    as_user, as_family, holder, guardian, noras_log, nora
):
    with acting(holder.pk, STAFF):
        hers = nora.guardianships.get(user=guardian)
    home.see(as_family(guardian), "our-consents", nora.pk)

    numbered(as_user(holder), hers, a_number())

    home.see(as_family(guardian), "our-consents", nora.pk, status=404)


def test_a_guardian_is_added_with_number_and_tie(as_user, holder, asked):
    consent, *_ = asked
    number = a_number(start=300)
    place = reverse("add-guardian", args=[consent.child_id])
    typed = {"name": "Eva Foss", "may_see": "on", "tie": "foster_parent"}

    unlike = as_user(holder).post(place, typed | {"number": number, "again": ""})
    as_user(holder).post(place, typed | {"number": number, "again": number})

    assert unlike.status_code == 422
    with acting(holder.pk, STAFF):
        eva = Guardianship.objects.get(name="Eva Foss")
        assert (eva.tie, eva.custody, bool(eva.nin_index)) == (
            *("foster_parent", False),
            True,
        )


@pytest.mark.parametrize("who", ["nurse", "colleague", "stranger", "guardian"])
def test_only_who_keeps_the_registration_writes_a_number(
    request, as_user, noras_log, nora, holder, who
):
    with acting(holder.pk, STAFF):
        one = nora.guardianships.first()
    client = as_user(request.getfixturevalue(who))
    assert numbered(client, one, a_number()).status_code in (403, 404)


def test_the_family_is_told_when_it_is_asked_and_nobody_who_is_barred(
    guardian, father, barred, youth, question
):
    for person, count in ((guardian, 1), (father, 1), (barred, 0), (youth, 0)):
        with acting(person.pk, FAMILY):
            asked = Message.objects.filter(template="you_are_asked_for_consent")
            assert asked.exists() == bool(count)


def test_the_child_page_names_what_ties_each_guardian(as_user, holder, asked):
    consent, *_ = asked
    with acting(holder.pk, STAFF):
        children.add_guardian(consent.child, name="Eva", tie="foster_parent")
    place = reverse("edit-child", args=[consent.child_id])

    text = as_user(holder).get(place).content.decode()

    assert "Fosterforelder" in text
    assert "!!!" not in text
