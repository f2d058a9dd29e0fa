"""What the municipality has decided is usual is suggested, and can be changed."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from laget.kernel import clock
from laget.organisation.models import Kind, Municipality
from laget.staff.work import usual

KVINESDAL = Municipality(
    rules={
        "review_weeks": {"level_1": 6, "level_2": 8, "level_3": 4},
        "holder": {"school": "Kontaktlærer", "home": "Helsesykepleier"},
    }
)


def child(kind=None, place=KVINESDAL):
    unit = SimpleNamespace(service=SimpleNamespace(kind=kind)) if kind else None
    return SimpleNamespace(municipality=place, unit=unit)


@pytest.mark.parametrize(("level", "weeks"), [(1, 6), (2, 8), (3, 4)])
def test_one_looks_again_as_often_as_the_municipality_has_decided(level, weeks):
    expected = clock.today() + timedelta(weeks=weeks)
    assert usual.review_on(KVINESDAL, level) == expected


def test_after_six_weeks_where_nothing_is_decided():
    expected = clock.today() + timedelta(weeks=6)
    assert usual.review_on(Municipality(), 2) == expected


def test_who_usually_holds_is_said_in_the_municipalitys_own_words():
    assert usual.holder(child(Kind.SCHOOL)) == "Kontaktlærer"
    assert usual.holder(child()) == "Helsesykepleier"


def test_nothing_is_said_where_nothing_is_decided():
    assert usual.holder(child(Kind.KINDERGARTEN)) == ""
    assert usual.holder(child(Kind.SCHOOL, Municipality())) == ""
