"""A protected child's unit is named to nobody who does not work with it there.

A school's name alone can tell where somebody lives (folkeregisterloven § 10-4).
"""

import pytest
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from laget.children.models import Protection
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Entry, Handover, Participation
from tests.cast import STAFF, job_of, make_concern, make_ready, review

UNIT = "Lia barnehage"


@pytest.fixture
def hidden(child, log, intervention, holder, leader, nurse, bygdevik):
    """Nora must not be found; her log has something of most kinds in it."""
    with acting(holder.pk, STAFF):
        child.protection = Protection.STRICT
        child.save(update_fields=["protection"])
        review(intervention, holder)
        make_ready(make_concern(holder, bygdevik, child=child), holder)
        logs.write_entry(log, text="Det går bedre.", by=holder)
        entry = logs.write_entry(log, text="Feil barn.", by=holder)
        logs.recall(entry, reason="Skrevet feil", by=holder)
        logs.invite(log, employment=job_of(leader))
        logs.offer(log, to=job_of(nurse), reason="Permisjon", by=holder)
    return child


# A list of every unit to choose among: it is about no child.
ABOUT_NO_CHILD = {"register-child", "logout", "language"}


def names():
    def walk(patterns):
        for one in patterns:
            yield from (
                [one.name] if isinstance(one, URLPattern) else walk(one.url_patterns)
            )

    return sorted(set(walk(get_resolver().url_patterns)) - ABOUT_NO_CHILD)


def pages(keys):
    """Every page that can be opened with these records."""
    for name in names():
        for kwargs in [{}, *({key: value} for key, value in keys.items())]:
            try:
                yield name, reverse(name, kwargs=kwargs)
            except NoReverseMatch:
                continue


def records(user, child, log, goal, intervention):
    with acting(user.pk, STAFF):
        return {
            "child_id": child.pk,
            "log_id": log.pk,
            "goal_id": goal.pk,
            "intervention_id": intervention.pk,
            "handover_id": Handover.objects.values_list("pk", flat=True).first(),
            "entry_id": Entry.objects.values_list("pk", flat=True).first(),
            "consent_id": child.consents.values_list("pk", flat=True).first(),
            "participation_id": Participation.objects.values_list("pk", flat=True).get(
                employment__user=user
            ),
        }


@pytest.mark.parametrize("who", ["nurse", "adviser"])
def test_no_page_names_the_unit_to_another_service(
    as_user, request, who, hidden, log, goal, intervention
):
    user = request.getfixturevalue(who)
    client, opened = as_user(user), []
    keys = records(user, hidden, log, goal, intervention)
    for name, url in pages(keys):
        answer = client.get(url)
        if answer.status_code == 200:
            opened.append(name)
            assert UNIT not in answer.content.decode(), name
    assert {"child", "consents", "change-intervention", "children"} <= set(opened)


def test_the_one_who_takes_over_reads_no_unit_before_and_after(
    as_user, hidden, log, nurse, holder
):
    client = as_user(nurse)
    with acting(nurse.pk, STAFF):
        handover = Handover.objects.get()
    for verb in ("handover", "decline-handover"):
        page = client.get(reverse(verb, args=[handover.pk])).content.decode()
        assert UNIT not in page
    client.post(reverse("accept-handover", args=[handover.pk]))
    for name in ("child", "who-looked"):
        page = client.get(reverse(name, args=[hidden.pk]))
        assert page.status_code == 200
        assert UNIT not in page.content.decode(), name


def test_without_protection_the_team_reads_where_each_works(as_user, log, child, nurse):
    page = as_user(nurse).get(reverse("child", args=[child.pk])).content.decode()
    assert UNIT in page
