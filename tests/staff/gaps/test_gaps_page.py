"""The overview of where there is something and where nothing, as the staff see it."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(as_user):
    def page(user, **asked):
        return as_user(user).get(reverse("gaps"), asked).text

    return page


def test_it_says_where_there_is_least(page, holder):
    shown = page(holder)

    assert "Bygdevik har færrest for få (rødt)." in shown


def test_what_there_is_is_named_and_what_there_is_not_is_said(page, holder):
    shown = page(holder)

    assert "Lekegruppe" in shown
    assert "ingenting" in shown
    assert "Avsluttet gruppe" not in shown


def test_it_is_of_where_one_works(page, holder, stranger):
    assert "Vennegruppe i Fjordby" not in page(holder)
    assert "Vennegruppe i Fjordby" in page(stranger)


def test_who_works_for_several_chooses(page, adviser, fjordby):
    assert "Vennegruppe i Fjordby" in page(adviser, municipality=fjordby.pk)


def test_another_municipality_is_not_shown_for_the_asking(page, holder, fjordby):
    assert "Vennegruppe i Fjordby" not in page(holder, municipality=fjordby.pk)


def test_who_works_nowhere_does_not_get_in(as_user, guardian):
    assert as_user(guardian).get(reverse("gaps")).status_code == 403


def test_it_costs_few_statements(as_user, holder, django_assert_max_num_queries):
    client = as_user(holder)
    with django_assert_max_num_queries(15):
        client.get(reverse("gaps"))
