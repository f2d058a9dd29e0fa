import pytest

from laget.forms import actions
from laget.forms.models import Template
from laget.kernel.acting import acting
from tests.cast import STAFF, job_of


@pytest.fixture
def template(bygdevik):
    """One that asks every kind of question, of each kind of reader."""
    return Template.objects.get(municipality=bygdevik, key="everything")


@pytest.fixture
def begin(template, log, bygdevik, holder):
    """Begin the form in the child's log, as the holder, who is acting."""

    def begun(**other):
        return actions.begin(
            other.pop("template", template),
            **{
                "place": log.pk,
                "municipality": bygdevik,
                "child": log.child,
                "by": job_of(holder),
            }
            | other,
        )

    return begun


@pytest.fixture
def draft(begin, holder):
    with acting(holder.pk, STAFF):
        return begin()
