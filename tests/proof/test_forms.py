"""Whatever is sent to a form, it answers in words, and loses nothing that was typed."""

from html import unescape

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from laget.accounts.models import User
from laget.web.typed import tidy
from tests.proof.extras import more_people, two_children
from tests.proof.forms import encoded, forms_of
from tests.proof.walking import (
    AT_HOME,
    PARTS,
    address,
    asked,
    client_of,
    names,
)

WHO = ["holder", "owner", "participant", "asked", "leader"]
WHO += ["triage", "asked to help", "administrator", "officer"]
WHO += ["mother", "father", "young", "guest"]
FORM = "application/x-www-form-urlencoded"
ANSWERS = {200, 204, 302, 400, 403, 404, 405, 409, 413, 422}
KEPT = "Dette skrev jeg, og det skal bli stående."
BAD = {
    "nothing": "",
    "only space": " \t\n ",
    "nul": "a\x00b",
    "half a character": "a\ud800b",
    "turned around": "a\u202eb\u2066c",
    "nothing to see": "\u200b\u200d\ufeff",
    "emoji": "👩‍👩‍👧‍👦🇳🇴",
    "combining": "å" * 50,
    "year one": "01.01.0001",
    "the last year": "31.12.9999",
    "no such day": "31.02.2026",
    "minus nothing": "-0",
    "beyond counting": "1" + "0" * 400,
    "not a number": "NaN",
    "a tag": "<script>alert(1)</script>{{ x }}{% x %}",
    "a quote": "'; DROP TABLE logs_log; --",
    "wrong id": "00000000-0000-4000-8000-000000000000",
    "spoilt id": "00000000-0000-4000",
    "very long": "a" * 1_000_000,
}


@pytest.fixture(scope="module")
def forms(django_db_setup, django_db_blocker, here):
    """Every form that somebody who may is shown."""
    found = {}
    for part in WHO:
        for name in names(staff=part not in AT_HOME):
            url = address(name, here.ours.ids)
            page = asked(here.clients[part], "get", url)
            if page.status_code == 200:
                for form in forms_of(name, part, url, page.body):
                    found.setdefault((form.action, *sorted(form.fields)), form)
    return list(found.values())


@pytest.fixture(scope="module")
def here(django_db_setup, django_db_blocker):
    """Two children and those who work with them, until the module ends."""
    with django_db_blocker.unblock(), more_people():
        block = transaction.atomic()
        block._from_testcase = True
        with block:
            yield Here()
            transaction.set_rollback(True)


class Here:
    def __init__(self):
        people = {user.username: user for user in User.objects.all()}
        self.ours, self.theirs = two_children(people)
        self.clients = {
            part: client_of(people[PARTS[part]], at_home=part in AT_HOME)
            for part in WHO
        }

    def send(self, form, values):
        return asked(
            self.clients[form.part],
            "post",
            form.action,
            encoded(values),
            content_type=FORM,
        )


def test_there_are_forms_to_try(forms):
    assert len(forms) > 60
    assert len([form for form in forms if form.part in AT_HOME]) > 15


@pytest.mark.parametrize("what", BAD)
def test_whatever_is_typed_there_is_an_answer(here, forms, what):
    wrong = {}
    for form in forms:
        bad = {name: [BAD[what]] for name in form.fields if name != "once"}
        status = here.send(form, form.as_it_was | bad).status_code
        if status not in ANSWERS:
            wrong[str(form)] = status
    assert wrong == {}


def test_somebody_elses_ids_are_no_choice(here, forms):
    """At home, and at work with the family: tests/attack/test_ids_swapped.py."""
    for form in [form for form in forms if form.part not in AT_HOME]:
        for key in here.theirs.ids.values():
            chosen = {
                name: [str(key)]
                for name, field in form.fields.items()
                if field.kind in ("select", "radio", "checkbox", "hidden")
                and name not in ("once", "version")
            }
            if chosen:
                answer = here.send(form, form.as_it_was | chosen)
                assert answer.status_code in ANSWERS, str(form)
                assert here.theirs.mark not in answer.body


def test_ten_thousand_fields_are_too_many(here, forms):
    for form in [form for form in forms if form.typed][:10]:
        values = form.as_it_was | {f"f{n}": ["x"] for n in range(10_000)}
        assert here.send(form, values).status_code == 413, str(form)


def test_what_was_typed_is_kept_when_something_else_is_missing(here, forms):
    """All that can be typed is typed, all that must be chosen is not."""
    lost, tried = {}, 0
    for form in forms:
        typed = {
            name: [KEPT if n == 0 else f"{KEPT} {n}"]
            for n, name in enumerate(form.typed)
        }
        chosen = {n: [] for n, f in form.fields.items() if f.kind in CHOSEN}
        answer = here.send(form, form.as_it_was | typed | chosen)
        if answer.status_code == 422:
            tried += 1
            body = unescape(answer.body)
            gone = [n for n, (text,) in typed.items() if tidy(text) not in body]
            if gone or 'aria-invalid="true"' not in body:
                lost[str(form)] = gone
    assert lost == {}
    assert tried > 15, "hardly any form asks for anything"


CHOSEN = ("select", "radio", "checkbox")


@settings(
    max_examples=150,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_any_mixture_is_answered(here, forms, data):
    form = data.draw(st.sampled_from(forms))
    values = form.as_it_was
    for name in data.draw(st.lists(st.sampled_from(sorted(form.fields) or ["x"]))):
        some = st.one_of(st.text(), st.sampled_from(sorted(BAD.values())))
        values[name] = data.draw(st.lists(some, max_size=3))
    assert here.send(form, values).status_code in ANSWERS
