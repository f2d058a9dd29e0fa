"""Whatever is typed, no page of the work breaks, and what was typed is kept."""

import uuid
from itertools import cycle
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from tests.staff.work.typed import (
    close_form,
    goal_form,
    intervention_form,
    level_form,
    review_form,
)

NASTY = [
    *("\x00", "\ud800", "\u202eabc", "x" * 200_000, "-1", "9" * 40, "1e9", "null"),
    *("01.01.0001", "31.12.9999", "../../etc", "<script>", "00000000-0000", "é́"),
]
FORMS = {
    "set-goal": lambda by, goal: goal_form(by),
    "add-intervention": lambda by, goal: intervention_form(by),
    "change-intervention": lambda by, goal: intervention_form(by, version=1),
    "review": lambda by, goal: review_form(),
    "change-level": lambda by, goal: level_form(),
    "close-log": lambda by, goal: close_form([goal]),
    "invite": lambda by, goal: {"employment": ""},
    "invite-by-law": lambda by, goal: {"employment": "", "statute": ""},
    "offer-log": lambda by, goal: {"to": "", "reason": "Fordi", "from_on": ""},
    "move-child": lambda by, goal: {"unit": ""},
    "log-next-date": lambda by, goal: {"on": ""},
}


PLAIN = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("name", FORMS)
def test_no_answer_breaks_a_page(as_user, holder, log, goal, intervention, name):
    keys = {"add-intervention": goal.pk}
    keys |= dict.fromkeys(["change-intervention", "review"], intervention.pk)
    url = reverse(name, args=[keys.get(name, log.pk)])
    client, form = as_user(holder), FORMS[name](holder, goal)
    for sent in spoilt(form):
        response = client.post(url, typed_as_bytes(sent), content_type=PLAIN)
        assert response.status_code in {200, 302, 403, 409, 422}, sent


def spoilt(form):
    """Each field alone with one of them, and every field with each."""
    for field, nasty in zip(form, cycle(NASTY)):
        yield form | {field: nasty, "once": uuid.uuid4()}
    for nasty in NASTY:
        yield dict.fromkeys(form, nasty)


def typed_as_bytes(form):
    """Also what is no text at all, such as half a character."""
    return urlencode(
        {k: str(v).encode("utf-8", "surrogatepass") for k, v in form.items()}
    )


@pytest.mark.parametrize("query", ["tier=x", "arena=%00", "programme=x", "concern=%ff"])
def test_no_address_breaks_a_page(as_user, holder, goal, query):
    url = reverse("add-intervention", args=[goal.pk])

    assert as_user(holder).get(f"{url}?{query}").status_code == 200
