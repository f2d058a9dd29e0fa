import pytest
from django.urls import reverse

from laget.forms import actions
from laget.forms.models import Filled, Template
from laget.kernel.acting import acting
from tests.cast import STAFF, job_of
from tests.forms.filled import all_answered


@pytest.fixture
def begun(log, holder, bygdevik):
    """A draft of the form with this key, the holder's, in the child's log."""

    def begin(key="everything", **other):
        with acting(holder.pk, STAFF):
            facts = {
                "place": log.pk,
                "municipality": bygdevik,
                "child": log.child,
                "by": job_of(holder),
            }
            template = Template.objects.get(municipality=bygdevik, key=key)
            return actions.begin(template, **facts | other)

    return begin


@pytest.fixture
def draft(begun):
    return begun()


@pytest.fixture
def finished(draft, holder):
    with acting(holder.pk, STAFF):
        actions.save(draft, version=1, answers=all_answered())
        actions.finish(draft, version=2)
        return Filled.objects.get()


@pytest.fixture
def page(as_user, holder):
    """The holder's browser: `page("fill-form", draft)`, `page(..., post={...})`."""

    def ask(name, record, post=None, query="", user=holder, **headers):
        url = reverse(name, args=[record.pk]) + query
        client = as_user(user)
        if post is None:
            return client.get(url)
        return client.post(url, post, **headers)

    return ask
