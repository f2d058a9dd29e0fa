"""Registering a child that nobody one can see has registered."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from laget.children.models import Child, Protection
from laget.concerns.models import Concern
from laget.kernel.acting import acting
from laget.organisation.models import Unit
from tests.cast import STAFF, in_days, make_child, make_concern
from tests.staff.register.doing import a_number

pytestmark = pytest.mark.django_db
REGISTER = "/children/register/"


def facts(**changed):
    return {
        "name": "Ida Lie",
        "born_on": "02.03.2021",
        "due_on": "",
        "number": "",
        "unit": "",
        "protection": "",
        "once": str(uuid4()),
    } | changed


def guardian(n, **changed):
    words = {"name": "Eva Lie", "phone": "40000000", "custody": "on", "may_see": "on"}
    return {f"guardian-{n}-{key}": value for key, value in (words | changed).items()}


def one(name="Ida Lie"):
    return Child.objects.get(name=name)


def test_a_child_is_registered_with_its_guardians(as_user, holder, kindergarten):
    typed = facts(unit=kindergarten.pk, number=a_number(), protection="confidential")
    typed |= guardian(1) | guardian(
        2, name="Jo Lie", barred="on", interpreter="arabisk"
    )

    response = as_user(holder).post(REGISTER, typed)

    with acting(holder.pk, STAFF):
        child = one()
        known = {g.name: g for g in child.guardianships.current()}
        assert response["Location"] == reverse("child", args=[child.pk])
        assert child.born_on == date(2021, 3, 2)
        assert child.unit == kindergarten
        assert child.number == a_number()
        assert child.is_synthetic
        assert child.protection == Protection.CONFIDENTIAL
        assert known["Eva Lie"].custody and known["Eva Lie"].may_see
        assert known["Jo Lie"].barred and not known["Jo Lie"].may_see
        assert known["Jo Lie"].interpreter == "arabisk"


def test_an_expected_child_is_registered_by_its_due_date(as_user, holder):
    typed = facts(born_on="", due_on=in_days(90).strftime("%d.%m.%Y"))

    as_user(holder).post(REGISTER, typed)

    with acting(holder.pk, STAFF):
        assert one().is_unborn
        assert one().due_on == in_days(90)


def test_the_birth_date_is_never_read_out_of_the_number(as_user, holder):
    as_user(holder).post(REGISTER, facts(number=a_number(day="15", month="81")))

    with acting(holder.pk, STAFF):
        assert one().born_on == date(2021, 3, 2)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "må fylles ut"),
        ({"born_on": ""}, "Skriv når barnet er født"),
        ({"born_on": "31.02.2020"}, "Skriv datoen som dd.mm.åååå"),
        ({"born_on": "01.01.2150"}, "Datoen kan ikke være etter"),
        ({"due_on": "01.01.2027"}, "Skriv bare én av datoene"),
        ({"number": "30108299938"}, "ikke et gyldig fødselsnummer"),
        ({"unit": "x"}, "yldig"),
        ({"protection": "secret"}, "Velg en av mulighetene"),
        (
            {"guardian-1-phone": "9", "guardian-1-name": ""},
            "Skriv navnet på den foresatte",
        ),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(
    as_user, holder, wrong, said
):
    typed = facts(number=a_number()) | guardian(2, name="Per Kvam") | wrong

    response = as_user(holder).post(REGISTER, typed)

    text = response.content.decode()
    assert response.status_code == 422
    assert said in text
    assert "Per Kvam" in text
    with acting(holder.pk, STAFF):
        assert not Child.objects.exists()


def test_what_was_searched_for_is_filled_in(as_user, holder):
    typed = {"start": "1", "name": "Ida Lie", "born_on": "02.03.2021", "number": ""}

    text = as_user(holder).post(REGISTER, typed).content.decode()

    assert 'value="Ida Lie"' in text
    assert 'value="02.03.2021"' in text


def test_ones_own_unit_stands_first(as_user, holder, kindergarten):
    text = as_user(holder).get(REGISTER).content.decode()

    choices = text.split('name="unit"')[1].split("</select>")[0]
    assert choices.index("Lia barnehage") < choices.index("Fjell skole")
    assert "Strand barnehage" not in choices


def test_a_unit_in_another_municipality_is_refused(as_user, holder):
    other = Unit.objects.get(name="Strand barnehage")

    assert as_user(holder).post(REGISTER, facts(unit=other.pk)).status_code == 422


def test_who_serves_several_municipalities_says_which(as_user, adviser, fjordby):
    asked = as_user(adviser).get(REGISTER).content.decode()
    without = as_user(adviser).post(REGISTER, facts())
    as_user(adviser).post(REGISTER, facts(municipality=fjordby.pk))

    assert "Kommunen der barnet bor" in asked
    assert without.status_code == 422
    with acting(adviser.pk, STAFF):
        assert one().municipality == fjordby


def test_a_form_that_is_sent_twice_makes_one_child(as_user, holder):
    typed, client = facts(), as_user(holder)

    first, again = client.post(REGISTER, typed), client.post(REGISTER, typed)

    assert first["Location"] == again["Location"]
    with acting(holder.pk, STAFF):
        assert Child.objects.count() == 1


@pytest.mark.parametrize("same", [{"number": a_number()}, {}])
def test_a_child_one_works_with_already_is_offered_first(
    as_user, holder, bygdevik, same
):
    with acting(holder.pk, STAFF):
        make_child(
            by=holder,
            municipality=bygdevik,
            name="Ida Marie Lie",
            born_on=date(2021, 3, 2),
            number=a_number(),
        )
    other = {"name": "Noe Annet", "born_on": "03.03.2021"} if same else {}
    response = as_user(holder).post(REGISTER, facts(**other) | same)

    text = response.content.decode()
    assert response.status_code == 422
    assert "Ida Marie Lie" in text
    assert "Er det et av barna du arbeider med fra før?" in text

    as_user(holder).post(REGISTER, facts(**other, another="on") | same)
    with acting(holder.pk, STAFF):
        assert Child.objects.count() == 2


def test_a_child_that_another_has_registered_is_not_hinted_at(as_user, holder, teacher):
    """Both registrations stand; that there is another one is told to neither."""
    as_user(holder).post(REGISTER, facts(number=a_number()))

    response = as_user(teacher).post(REGISTER, facts(number=a_number()))

    assert response.status_code == 302
    for user in (holder, teacher):
        with acting(user.pk, STAFF):
            assert Child.objects.count() == 1


def test_the_concern_is_about_the_child_from_then_on(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik)

    response = as_user(holder).post(f"{REGISTER}?concern={concern.pk}", facts())

    assert response["Location"] == reverse("concern", args=[concern.pk])
    with acting(holder.pk, STAFF):
        assert Concern.objects.get().child == one()


@pytest.mark.parametrize("place", ["/children/find/", REGISTER])
def test_who_has_no_work_registers_nobody(as_user, guardian, place):
    assert as_user(guardian).get(place).status_code == 403
    assert Client().get(place).status_code == 302
