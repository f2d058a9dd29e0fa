import pytest
from django.urls import reverse

from laget.concerns import actions
from laget.kernel.acting import acting
from tests.cast import STAFF, job_of, make_child


@pytest.fixture
def url(concern):
    """The address of a page about the concern."""
    return lambda name: reverse(name, args=[concern.pk])


@pytest.fixture
def named(concern, holder, guardian, bygdevik):
    """The concern, about Nora."""
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik, guardians=[guardian])
        actions.about_child(concern, child)
    return child


@pytest.fixture
def shared(concern, holder, colleague):
    """The colleague has been let in to read."""
    with acting(holder.pk, STAFF):
        actions.share(concern, to=job_of(colleague), by=holder)
    return concern
