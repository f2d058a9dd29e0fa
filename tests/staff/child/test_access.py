"""Who gets which answer at the child's page, and at each page about an entry."""

import re

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.consents import actions as consents
from laget.consents.models import Consent
from laget.kernel.acting import acting
from tests import cast
from tests.staff.child.conftest import STAFF, text_of

MISSING = "00000000-0000-4000-8000-000000000000"
SEE = {"holder": 200, "nurse": 200, "adviser": 200}
HIDDEN = dict.fromkeys(
    ("colleague", "leader", "teacher", "rector", "caseworker", "stranger"), 404
)
PEOPLE = SEE | HIDDEN | {"stranger_leader": 404, "guardian": 404, "youth": 404}
OWN = {"holder": 200, "nurse": 403, "adviser": 403} | HIDDEN


@pytest.fixture
def entry(write, holder):
    return write(holder, "Nora sov godt.")


@pytest.mark.parametrize(("who", "status"), PEOPLE.items())
def test_the_childs_page(child, log, look, request, who, status):
    page = look(request.getfixturevalue(who), child)
    assert page.status_code == status
    assert ('id="timeline"' in text_of(page)) == (status == 200)


@pytest.mark.parametrize(
    ("who", "status"), [("holder", 200), ("colleague", 404), ("leader", 404)]
)
def test_before_a_log_it_is_the_one_who_registered_the_child(
    child, look, request, who, status
):
    assert look(request.getfixturevalue(who), child).status_code == status


@pytest.mark.parametrize(
    ("who", "status"), [("holder", 200), ("colleague", 200), ("leader", 404)]
)
def test_the_concern_opens_the_page_for_those_who_share_it(
    child, look, request, who, status, holder, bygdevik, colleague
):
    from laget.concerns import actions as concerns

    with acting(holder.pk, STAFF):
        concern = cast.make_concern(holder, bygdevik, child=child)
        concerns.share(concern, to=cast.job_of(colleague), by=holder)
    assert look(request.getfixturevalue(who), child).status_code == status


def test_when_consent_is_withdrawn_the_page_is_gone(child, log, look, holder, nurse):
    assert look(nurse, child).status_code == 200
    with acting(holder.pk, STAFF):
        service = cast.job_of(nurse).unit.service
        standing = Consent.objects.standing().get(child=child, service=service)
        consents.withdraw(standing, by=holder)
    assert look(nurse, child).status_code == 404


def test_a_hidden_child_and_a_missing_one_answer_alike(child, log, as_user, stranger):
    client = as_user(stranger)
    hidden = client.get(reverse("child", args=[child.pk]))
    missing = client.get(reverse("child", args=[MISSING]))
    assert hidden.status_code == missing.status_code == 404
    assert _without_ids(hidden) == _without_ids(missing)


@pytest.mark.parametrize("name", ["child", "log", "write-entry", "change-entry"])
def test_logged_out_nobody_comes_in(client, name, child, log, entry):
    keys = {"child": child.pk, "change-entry": entry.pk}
    page = client.get(reverse(name, args=[keys.get(name, log.pk)]))
    assert page.status_code == 302
    assert page.headers["Location"].startswith("/login/")


@pytest.mark.parametrize(("who", "status"), [*SEE.items(), *HIDDEN.items()])
@pytest.mark.parametrize("name", ["write-entry", "entry-versions"])
def test_the_team_writes_and_reads_versions(
    log, entry, request, as_user, who, status, name
):
    key = log.pk if name == "write-entry" else entry.pk
    page = as_user(request.getfixturevalue(who)).get(reverse(name, args=[key]))
    assert page.status_code == status


@pytest.mark.parametrize(("who", "status"), OWN.items())
@pytest.mark.parametrize("name", ["change-entry", "recall-entry"])
def test_only_the_writer_changes_or_recalls(entry, request, as_user, who, status, name):
    client = as_user(request.getfixturevalue(who))
    assert client.get(reverse(name, args=[entry.pk])).status_code == status


@pytest.mark.parametrize(("who", "status"), (OWN | {"holder": 302}).items())
def test_only_the_writer_undoes(entry, request, as_user, who, status):
    client = as_user(request.getfixturevalue(who))
    page = client.post(reverse("undo-entry", args=[entry.pk]))
    assert page.status_code == status


@pytest.mark.parametrize("name", ["change-entry", "recall-entry", "entry-versions"])
def test_an_entry_that_never_was_is_missing(log, as_user, holder, name):
    assert as_user(holder).get(reverse(name, args=[MISSING])).status_code == 404


def test_every_visit_is_written_down(child, log, look, nurse, holder):
    look(nurse, child)
    look(nurse, child, region="timeline")
    with acting(holder.pk, STAFF):
        seen = Event.objects.filter(action="child.read", subject=child.pk)
        assert [visit.actor for visit in seen] == [nurse.pk, nurse.pk]


def test_no_page_is_sent_when_the_visit_cannot_be_written(
    child, log, as_user, holder, monkeypatch
):
    client = as_user(holder)
    client.raise_request_exception = False
    monkeypatch.setattr("laget.access.door.note", _broken_books)
    page = client.get(reverse("child", args=[child.pk]))
    assert page.status_code == 500
    assert child.name not in text_of(page)


def _broken_books(*args, **kwargs):
    raise RuntimeError("the books are shut")


def _without_ids(page):
    """The body without what is new in each request, and without its own address."""
    text = text_of(page).replace(page.headers["X-Request-ID"], "")
    text = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", text)
    return text.replace(page.request["PATH_INFO"], "")
