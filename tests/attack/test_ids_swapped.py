"""Every key in every form and address of the family's, put there from another family.

Also in what they touch at work: messages, meetings, the child's own words, what is
wondered about, what is held back. And what no form asks for, sent all the same.
"""

from copy import deepcopy
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse

from laget.accounts.models import User
from laget.kernel.acting import Role, acting
from laget.kernel.protected import protected_models
from laget.web import uploads
from tests.proof.extras import more_people, two_children
from tests.proof.forms import forms_of
from tests.proof.walking import (
    AT_HOME,
    NOWHERE,
    PARTS,
    address,
    asked,
    client_of,
    patterns,
    without_names,
)

AREAS = ("laget.family.", "laget.staff.threads", "laget.staff.meetings")
AREAS += ("laget.staff.shields", "laget.staff.inquiries", "laget.staff.voices")
WHO = ["mother", "young", "father", "guest", "holder", "officer"]
FAMILYS, GUESTS = ["mother", "young", "father"], ["guest"]
KEYS = ["child", "guardianship", "consent", "log", "entry", "thread", "post"]
KEYS += ["meeting", "invitation", "agendaitem", "minutes", "seat", "voice"]
KEYS += ["inquiry", "comment", "message", "filled", "employment"]
MARK = "zqmass"
OUT = {"/logout/"}
# A link to a chair is answered alike, whatever it is, until one sits down.
LIKE_NOTHING = ({403, 404, 405}, {200, 404})
# All that was written since the clock, which goes on, showed that moment.
NEW = "SELECT after::text FROM audit_history WHERE after IS NOT NULL AND at > %s"


@dataclass
class Route:
    name: str
    nouns: list[str]
    role: Role

    def __str__(self):
        return self.name


def routes():
    """Each address of these areas that somebody must be let in to."""
    for pattern in patterns():
        action = getattr(pattern.callback, "action", None)
        if action and pattern.callback.__module__.startswith(AREAS):
            nouns = [key.removesuffix("_id") for key in pattern.pattern.converters]
            yield Route(pattern.name, nouns, action.role)


ROUTES = list(routes())


@pytest.fixture(scope="module")
def here(django_db_setup, django_db_blocker):
    """Two families, and those who work with them, until the module ends."""
    with django_db_blocker.unblock(), more_people():
        block = transaction.atomic()
        block._from_testcase = True
        with block:
            yield Here()
            transaction.set_rollback(True)


class Here:
    def __init__(self):
        people = {user.username: user for user in User.objects.all()}
        self.people = people
        self.ours, self.theirs = two_children(people)
        self.clients = {
            part: client_of(people[PARTS[part]], at_home=part in AT_HOME)
            for part in WHO
        }

    def who(self, route):
        """Those whose log-in opens such a page."""
        if route.role == Role.GUEST:
            return GUESTS
        return FAMILYS if route.role == Role.FAMILY else ["holder", "officer"]

    def written(self, since):
        """What stands in the history of either child since then."""
        for holder in (self.ours.holder, self.theirs.holder):
            with acting(holder.pk, Role.STAFF), connection.cursor() as cursor:
                cursor.execute(NEW, [since])
                yield [row[0] for row in cursor.fetchall()]

    def sent(self, part, url, data):
        """What was answered, and what it wrote about ours and about theirs."""
        client = self.clients[part]
        cookies, block = deepcopy(client.cookies), transaction.atomic()
        block._from_testcase = True
        with block:
            since = _now()
            answer = client.post(url, data)
            answer.body = answer.content.decode(errors="replace")
            ours, theirs = self.written(since)
            transaction.set_rollback(True)
        client.cookies = cookies
        assert not answer.headers.get("Location", "").startswith("/login/"), url
        return answer, ours, theirs


def _now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_exact()")
        return cursor.fetchone()[0]


def test_there_are_routes_to_try():
    assert len(ROUTES) > 60
    assert len([route for route in ROUTES if route.role == Role.FAMILY]) > 40


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_familys_key_in_an_address_is_like_one_that_is_nowhere(here, method):
    """One key at a time, the others one's own: status, words and length are alike."""
    wrong, tried = [], 0
    for route in ROUTES:
        for part in here.who(route):
            for noun in route.nouns:
                answers = set()
                for other in (here.theirs.ids[noun], _nowhere(noun)):
                    ids = here.ours.ids | {noun: other}
                    url = address(route.name, ids)
                    got = asked(here.clients[part], method, url, {"text": "x"})
                    body = without_names(got.body).replace(str(other), "#")
                    answers.add((got.status_code, len(body), body))
                tried += 1
                statuses = {status for status, *_ in answers}
                if len(answers) > 1 or not statuses <= LIKE_NOTHING[noun == "link"]:
                    wrong.append((str(route), part, noun, statuses))
    assert wrong == []
    assert tried > 100


def _nowhere(noun):
    return "z" * 43 if noun == "link" else NOWHERE


@pytest.fixture(scope="module")
def forms(here):
    found = {}
    for route in ROUTES:
        for part in here.who(route):
            if not set(route.nouns) <= set(here.ours.ids):
                continue
            url = address(route.name, here.ours.ids)
            page = asked(here.clients[part], "get", url)
            if page.status_code == 200:
                for form in forms_of(route.name, part, url, page.body):
                    if form.action in OUT:
                        continue
                    found.setdefault((part, form.action, *sorted(form.fields)), form)
    return list(found.values())


def filled_in(form):
    """Valid, as far as one can see from the page."""
    words = {name: ["Det går bra."] for name in form.typed}
    return form.as_it_was | words


def test_another_familys_key_in_a_field_writes_nothing_with_it(here, forms):
    wrong = []
    for form in forms:
        chosen = [
            name
            for name, field in form.fields.items()
            if field.kind in ("select", "radio", "checkbox", "hidden")
            if name not in ("once", "version")
        ]
        for noun in KEYS if chosen else ():
            key = str(here.theirs.ids[noun])
            data = filled_in(form) | {name: [key] for name in chosen}
            answer, ours, theirs = here.sent(form.part, form.action, data)
            lines = [line for line in ours if key in line]
            if answer.status_code >= 500 or lines or theirs:
                wrong.append((str(form), noun, answer.status_code, lines))
            assert here.theirs.mark not in answer.body
    assert wrong == []
    assert len(forms) > 40


def columns():
    """Each column there is, with what it might be made to hold."""
    return {
        field for model in protected_models() for field in model._meta.concrete_fields
    }


def test_fields_that_no_form_asks_for_are_not_written(here, forms):
    """All columns of all tables, by both their names, sent with every form."""
    more = {}
    for field in columns():
        is_key = field.is_relation or isinstance(field.default, UUID)
        value = str(here.theirs.ids["child"]) if is_key else MARK
        more |= {field.name: [value], field.attname: [value]}
    wrong, done = [], 0
    for form in forms:
        data = more | filled_in(form)
        answer, ours, theirs = here.sent(form.part, form.action, data)
        done += answer.status_code == 302 and bool(ours)
        foreign = {MARK, str(here.theirs.ids["child"])}
        lines = [x for x in ours if any(each in x for each in foreign)]
        if answer.status_code >= 500 or lines or theirs:
            wrong.append((str(form), answer.status_code, lines))
    assert wrong == []
    assert done > 10, "hardly any form was taken"


@pytest.mark.parametrize("how", ["comment-on-record", "ask-correction"])
@pytest.mark.parametrize(
    "noun", ["entry", "goal", "review", "log", "minutes", "thread"]
)
def test_what_one_writes_about_is_ones_own(here, how, noun):
    """The record is named after the question mark: another's, and what is held back."""
    for key in (here.theirs.ids[noun], NOWHERE):
        url = f"{reverse(how, args=[here.ours.ids['child']])}?record={key}"
        answer, ours, _theirs = here.sent("mother", url, {"text": "Ikke slik."})
        assert (answer.status_code, ours) == (404, [])


def test_no_page_at_home_takes_a_file(here, forms):
    """Sent with every form there is: it is not read, not kept and not shown."""
    wrong = []
    for form in forms:
        if form.part not in AT_HOME:
            continue
        data = filled_in(form) | {
            name: SimpleUploadedFile("bilde.svg", f"<svg>{MARK}</svg>".encode())
            for name in ("file", "upload", *form.typed[:1])
        }
        answer, ours, _theirs = here.sent(form.part, form.action, data)
        lines = [line for line in ours if MARK in line]
        if answer.status_code >= 500 or lines or MARK in answer.body:
            wrong.append((str(form), answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("part", ["mother", "guest"])
def test_a_file_larger_than_any_table_is_not_received(here, part):
    for name in ("share-voice", "family-help", "family-reach"):
        file = SimpleUploadedFile("film.mp4", b"x" * (uploads.LARGEST + 1))
        url = address(name, here.ours.ids)
        answer, ours, _theirs = here.sent(part, url, {"file": file, "say": MARK})
        assert (answer.status_code, ours) == (413, [])
