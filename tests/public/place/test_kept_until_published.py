"""What everyone reads is made once, and anew as soon as anything is published."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.catalogue.models import Programme
from laget.guide.models import Contact
from laget.organisation.models import Municipality
from laget.public.kept import stamp
from tests.public.place.test_finding_programmes import KURS, here, programme  # noqa: F401


def read(visitor, name, place, **asked):
    return visitor.get(reverse(name, args=[place.slug]), asked).content.decode()


def test_the_list_and_the_fan_show_what_is_new_at_once(visitor, here):  # noqa: F811
    assert KURS in read(visitor, "programmes", here)
    Programme.objects.filter(name=KURS).update(name="Kurs for besteforeldre")
    programme(here, "Svømming for alle")
    page = read(visitor, "programmes", here)
    assert page.count("Svømming for alle") > 1  # in the list, and on a blade
    assert "Kurs for besteforeldre" in page and KURS not in page


def test_the_front_door_shows_a_new_number_and_a_new_name_at_once(visitor, here):  # noqa: F811
    assert "Her" in read(visitor, "place", here)
    Contact.objects.create(
        municipality=here, name="Sykepleier", number="4711", position=1
    )
    Municipality.objects.filter(pk=here.pk).update(about="Vi er her for deg.")
    page = read(visitor, "place", here)
    assert "4711" in page and "Vi er her for deg." in page


def test_what_has_ended_is_gone_and_so_is_a_place_not_in_use(visitor, here):  # noqa: F811
    read(visitor, "programmes", here)
    Programme.objects.filter(name=KURS).update(status="ended")
    assert KURS not in read(visitor, "programmes", here)
    Municipality.objects.filter(pk=here.pk).update(is_in_use=False)
    assert visitor.get(reverse("place", args=["her"])).status_code == 404


def test_one_municipality_never_shows_anothers(visitor, here):  # noqa: F811
    there = Municipality.objects.create(name="Der", slug="der", number="9996")
    programme(there, "Bare der", age_to=5)
    assert "Bare der" not in read(visitor, "programmes", here)
    assert "Bare der" in read(visitor, "programmes", there)
    assert "Bare der" not in read(visitor, "programmes", here)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_each_reads_it_in_their_own_language(visitor, here, language):  # noqa: F811
    for other in ("nb", "nn", language):
        visitor.cookies["django_language"] = other
        page = read(visitor, "place", here)
    assert f'<html lang="{language}"' in page
    assert ("Eg treng hjelp" in page) == (language == "nn")


def test_the_second_time_only_the_stamp_is_asked_for(visitor, here):  # noqa: F811
    read(visitor, "place", here)
    before = stamp()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read(visitor, "place", here)
    assert len(asked) == 1 and stamp() == before


def test_a_name_that_no_municipality_could_have_is_nobodys(visitor):
    assert visitor.get(f"/{'a' * 300}/").status_code == 404
