"""Search before create: names in any order, dates, numbers; no hidden child shows."""

from datetime import date

import pytest
from django.urls import reverse

from laget.children.models import Child, Protection
from laget.concerns.models import Concern
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days, make_child, make_concern
from tests.staff.register.doing import a_number

pytestmark = pytest.mark.django_db
FIND = "/children/find/"
EMPTY = {"name": "", "born_on": "", "number": ""}


@pytest.fixture
def mine(holder, bygdevik, kindergarten):
    """Three children that the holder has registered."""
    with acting(holder.pk, STAFF):
        names = ["Åse Bjørnstad Lie", "Kjærsti-Marie Øvrebø", "Jon Aasen"]
        for n, name in enumerate(names):
            make_child(
                by=holder,
                municipality=bygdevik,
                unit=kindergarten,
                name=name,
                born_on=date(2020, 2, n + 1),
                number=a_number(start=100 + n * 10),
            )


def find(client, **words):
    return client.post(FIND, EMPTY | words)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Åse", "Åse Bjørnstad Lie"),
        ("lie åse", "Åse Bjørnstad Lie"),
        ("Aase bjo", "Åse Bjørnstad Lie"),
        ("BJOERNSTAD", "Åse Bjørnstad Lie"),
        ("asen", "Jon Aasen"),
        ("Åsen jon", "Jon Aasen"),
        ("marie", "Kjærsti-Marie Øvrebø"),
        ("kjaersti ovrebo", "Kjærsti-Marie Øvrebø"),
    ],
)
def test_a_name_is_found_by_its_parts_in_any_order_and_spelling(
    mine, as_user, holder, typed, found
):
    response = find(as_user(holder), name=typed)

    assert response.status_code == 200
    assert found in response.content.decode()


@pytest.mark.parametrize("typed", ["stad", "%", "_", "Ole", "Åse Kjærsti"])
def test_what_is_not_the_beginning_of_each_name_is_not_found(
    mine, as_user, holder, typed
):
    text = find(as_user(holder), name=typed).content.decode()

    assert "Ingen barn blant dem du arbeider med" in text
    assert "Bjørnstad" not in text


def test_a_child_is_found_by_birth_date_or_by_number(mine, as_user, holder):
    by_date = find(as_user(holder), born_on="02.02.2020").content.decode()
    number = a_number(start=120)
    by_number = find(
        as_user(holder), name="Feil Navn", number=f"{number[:6]} {number[6:]}"
    ).content.decode()

    assert "Kjærsti-Marie" in by_date
    assert "Jon Aasen" not in by_date
    assert "Jon Aasen" in by_number


def test_an_expected_child_is_found_by_its_due_date(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        make_child(
            by=holder,
            municipality=bygdevik,
            name="Ventet Sand",
            born_on=None,
            due_on=in_days(40),
        )
    day = in_days(40).strftime("%d.%m.%Y")

    assert "Ventet Sand" in find(as_user(holder), born_on=day).content.decode()


def test_a_hidden_child_and_none_get_the_same_answer(mine, as_user, stranger, teacher):
    hidden = find(as_user(teacher), name="Åse").content.decode()
    none = find(as_user(teacher), name="Ola").content.decode()

    assert "Bjørnstad" not in hidden
    assert _without_keys(hidden, "Åse") == _without_keys(none, "Ola")


def test_it_says_where_it_searched_and_to_ask_the_family(as_user, holder):
    text = find(as_user(holder), name="Ingen").content.decode()

    assert "blant barna du arbeider med" in text
    assert "Spør familien" in text


def test_nothing_typed_is_asked_for_in_plain_words(as_user, holder):
    response = find(as_user(holder))

    assert response.status_code == 422
    assert "Skriv et navn, en dato eller et nummer" in response.content.decode()


def test_a_wrong_number_is_said_at_the_field_and_kept(as_user, holder):
    response = find(as_user(holder), number="12345678901", name="Åse")

    assert response.status_code == 422
    text = response.content.decode()
    assert "12345678901" in text
    assert "ikke et gyldig fødselsnummer" in text


def test_what_is_searched_for_is_in_no_address(mine, as_user, holder):
    found = find(as_user(holder), name="Åse", number=a_number())

    assert f'action="{reverse("register-child")}"' in found.content.decode()
    assert "?" not in found.request["QUERY_STRING"]


def test_where_a_protected_child_is_is_not_in_the_list(
    as_user, holder, bygdevik, kindergarten
):
    with acting(holder.pk, STAFF):
        make_child(
            by=holder,
            municipality=bygdevik,
            unit=kindergarten,
            name="Skjult Barn",
            protection=Protection.STRICT,
        )
    text = find(as_user(holder), name="Skjult").content.decode()

    assert "Skjermet adresse" in text
    assert "Lia barnehage" not in text.split('<main id="main"')[1]


def test_the_concern_can_be_attached_to_a_known_child(mine, as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik)
        child = Child.objects.get(name="Jon Aasen").pk
    place = f"{FIND}?concern={concern.pk}"
    found = as_user(holder).post(place, EMPTY | {"name": "jon"}).content.decode()
    assert reverse("attach-child", args=[concern.pk]) in found

    response = as_user(holder).post(
        reverse("attach-child", args=[concern.pk]), {"child": child}
    )

    assert response["Location"] == reverse("concern", args=[concern.pk])
    with acting(holder.pk, STAFF):
        assert Concern.objects.get(pk=concern.pk).child_id == child


def test_a_child_one_cannot_see_cannot_be_attached(
    mine, as_user, teacher, holder, bygdevik
):
    with acting(holder.pk, STAFF):
        child = Child.objects.first().pk
    with acting(teacher.pk, STAFF):
        concern = make_concern(teacher, bygdevik)
    place = reverse("attach-child", args=[concern.pk])

    for key in (child, "00000000-0000-4000-8000-000000000000", "x", ""):
        assert as_user(teacher).post(place, {"child": key}).status_code == 404


def test_another_ones_concern_answers_as_none(as_user, teacher, concern):
    for key in (concern.pk, "00000000-0000-4000-8000-000000000000", "nonsense"):
        assert as_user(teacher).get(f"{FIND}?concern={key}").status_code == 404


def test_the_search_costs_the_same_whatever_is_found(
    mine, as_user, holder, bygdevik, kindergarten, django_assert_max_num_queries
):
    client = as_user(holder)
    with django_assert_max_num_queries(15) as few:
        find(client, name="Jon")
    with acting(holder.pk, STAFF):
        for n in range(8):
            make_child(
                by=holder,
                municipality=bygdevik,
                unit=kindergarten,
                name=f"Jon Nummer {n}",
            )
    with django_assert_max_num_queries(15) as many:
        find(client, name="Jon")

    assert len(few) == len(many)


def _without_keys(page, typed):
    import re

    return re.sub(r'value="[^"]*"|[0-9a-f]{12}', "", page.replace(typed, ""))
