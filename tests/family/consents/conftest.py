"""Nora is 14; both her parents are asked about two services, and answer at home."""

import pytest

from laget.kernel.acting import acting
from tests.cast import STAFF, make_log
from tests.family.consents.doing import ask


@pytest.fixture
def begun(nora, holder):
    """Her own unit's follow-up, before anybody else takes part."""
    with acting(holder.pk, STAFF):
        return make_log(nora, holder, level=1)


@pytest.fixture
def ppt(begun, nora, holder):
    return ask(nora, "PPT", by=holder)


@pytest.fixture
def health(begun, nora, holder):
    return ask(nora, "Helsestasjon", by=holder)
