"""A child whose parents decide together, a question about it, and a report."""

import pytest

from laget.children import actions as children
from laget.children.models import Guardianship
from laget.consents.models import Consent
from laget.kernel.acting import acting
from laget.rights.models import Report
from tests.cast import STAFF, make_child
from tests.staff.register.doing import ask, begin


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


@pytest.fixture
def asked(as_user, holder, two, ppt):
    """A question to PPT about Ida, and her parents."""
    ask(as_user(holder), two, ppt)
    with acting(holder.pk, STAFF):
        consent = Consent.objects.get()
        parents = {g.name.split()[0]: g for g in Guardianship.objects.all()}
    return consent, parents["Eva"], parents["Jo"]


@pytest.fixture
def report(as_user, holder, child):
    """The holder's draft about Nora."""
    begin(as_user(holder), "report-child", child.pk)
    with acting(holder.pk, STAFF):
        return Report.objects.get()
