"""My children: each because of what I am let in, and whether I decide, and why."""

import pytest

from laget.children import actions as children
from laget.kernel.acting import acting
from tests.cast import STAFF, make_child, make_log

pytestmark = pytest.mark.django_db


def test_each_child_says_whether_i_decide_and_why(
    as_family, guardian, holder, noras_log, bygdevik, kindergarten
):
    with acting(holder.pk, STAFF):
        other = make_child(
            by=holder, municipality=bygdevik, unit=kindergarten, name="Ida Lie"
        )
        children.add_guardian(
            other, name="Maria", user=guardian, custody=False, tie="foster_parent"
        )
        make_log(other, holder, level=1)

    text = as_family(guardian).get("/family/").content.decode()

    assert "Du bestemmer sammen med Ivar Sand" in text
    assert "Du ser dette fordi du er fosterforelder" in text
