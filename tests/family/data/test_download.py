"""A download has all that one may see, and not a byte more."""

import json
from io import BytesIO
from time import monotonic
from zipfile import ZipFile

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.children import actions as children
from laget.children.models import Guardianship, ShieldedBecause
from laget.family.data import fields
from laget.family.data.labels import COLUMNS, KINDS
from laget.family.data.schema import schema
from laget.kernel.acting import acting
from laget.kernel.protected import protected_models
from laget.launcher.places import HOME
from laget.logs import actions as logs
from tests.cast import STAFF, in_days, review

MINE = "Nora lekte med Ida i dag."
HIDDEN = "HEMMELIGHETEN"


def fetch(client, child):
    answer = client.get(reverse("download-our-data", args=[child.pk]))
    assert answer.status_code == 200, answer
    return answer


def files(answer):
    with ZipFile(BytesIO(answer.content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def all_text(client, child):
    """What is read in it: the file for machines, the one for people."""
    found = files(fetch(client, child))
    return (found["data.json"] + found["data.html"]).decode()


def test_one_file_to_read_to_print_and_for_a_machine(
    as_family, guardian, nora, noras_log, holder
):
    with acting(holder.pk, STAFF):
        logs.write_entry(noras_log, text=MINE, by=holder)
    answer = fetch(as_family(guardian), nora)
    found = files(answer)
    assert "Nora" not in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "no-store"
    assert not any("Nora" in name for name in found)
    assert MINE in found["data.html"].decode()
    assert found["data.pdf"].startswith(b"%PDF")
    assert b"/StructTreeRoot" in found["data.pdf"] or len(found["data.pdf"]) > 10_000
    told = json.loads(found["data.json"])
    assert told["version"] == fields.VERSION
    assert [one["text"] for one in told["records"]["entry"]] == [MINE]
    assert told["visits"]


def test_a_fresh_log_in_is_needed(as_family, guardian, nora, noras_log):
    old = as_family(guardian, ago=700)
    answer = old.get(reverse("download-our-data", args=[nora.pk]))
    assert answer.status_code == 302
    assert "data-" not in answer.headers.get("Content-Disposition", "")


def test_that_it_was_taken_out_stands_in_the_books(
    as_family, guardian, nora, noras_log
):
    client, child = as_family(guardian), nora
    fetch(client, child)
    with acting(guardian.pk, "family"):
        assert Event.objects.filter(action="child.download", subject=child.pk).exists()


def test_what_is_held_back_from_one_is_in_the_others_alone(
    as_family, guardian, father, holder, nora, noras_log
):
    child = nora
    with acting(holder.pk, STAFF):
        goal = logs.set_goal(
            noras_log, text=HIDDEN, owner=holder, next_on=in_days(9), start=3
        )
        one = logs.add_intervention(
            goal,
            text=f"{HIDDEN} 2",
            how_we_see="-",
            owner=holder,
            review_on=in_days(3),
        )
        review(one, holder)
        theirs = Guardianship.objects.get(child=child, user=father)
        children.shield(
            goal, child, from_=theirs, because=ShieldedBecause.SAFETY, by=holder
        )
    assert HIDDEN in all_text(as_family(guardian), child)
    his = all_text(as_family(father), child)
    assert HIDDEN not in his and str(goal.pk) not in his and str(one.pk) not in his


def test_other_guardians_are_there_by_name_alone(
    as_family, guardian, father, barred, holder, nora, noras_log
):
    child = nora
    with acting(holder.pk, STAFF):
        his = Guardianship.objects.get(child=child, user=father)
        children.reach(his, phone="41 23 45 67", interpreter="")
    mine = all_text(as_family(guardian), child)
    assert "Ivar Sand" in mine
    assert "41 23 45 67" not in mine
    assert barred.name not in mine
    assert "41 23 45 67" in all_text(as_family(father), child)


def test_no_numbers_and_no_reasons_that_are_not_theirs(
    as_family, guardian, holder, teacher, as_user, nora, noras_log
):
    child = nora
    as_user(teacher).post(
        reverse("emergency"),
        {
            "name": "nora sand",
            "born_on": child.born_on.strftime("%d.%m.%Y"),
            "reason": HIDDEN,
        },
    )
    whole = all_text(as_family(guardian), child)
    assert HIDDEN not in whole
    told = json.loads(whole[: whole.index("<!doctype")])
    assert told["records"]["emergencyaccess"]
    for rows in told["records"].values():
        for row in rows:
            assert not {"nin", "nin_index", "link_hash", "recall_reason"} & set(row)


@pytest.mark.parametrize("who", ["barred", "stranger", "doctor"])
def test_others_have_no_file(as_family, request, nora, noras_log, who):
    client = as_family(request.getfixturevalue(who))
    where = reverse("download-our-data", args=[nora.pk])
    assert client.get(where).status_code == 404


def test_every_kind_of_record_is_handed_out_or_left_out_with_a_reason():
    for model in protected_models():
        name = fields.noun(model)
        if model._meta.app_label == fields.BOOKS or name in fields.LEFT_OUT:
            continue
        assert fields.path_to_child(model) or name in fields.OWN_ONLY, name
        assert name in KINDS


def test_what_is_left_out_is_still_a_kind_of_record():
    known = {fields.noun(model) for model in protected_models()}
    assert set(fields.LEFT_OUT) | set(fields.OWN_ONLY) <= known
    assert set(fields.NEVER) - {"*"} <= known


@pytest.mark.parametrize("model", fields.handed_out(), ids=fields.noun)
def test_every_column_that_is_handed_out_has_a_name(model):
    for column in fields.columns(model):
        if not column.primary_key and not fields.is_key(column):
            assert column.name in COLUMNS, column.name


def test_the_schema_is_the_one_that_somebody_has_looked_at():
    kept = (HOME / "docs" / "my-data.schema.json").read_text()
    assert json.loads(kept) == json.loads(json.dumps(schema()))


def test_two_hundred_notes_take_less_than_a_minute(
    as_family, guardian, holder, nora, noras_log
):
    with acting(holder.pk, STAFF):
        for n in range(200):
            logs.write_entry(noras_log, text=f"{MINE} {n} " * 8, by=holder)
    started = monotonic()
    found = files(fetch(as_family(guardian), nora))
    took = monotonic() - started
    assert len(json.loads(found["data.json"])["records"]["entry"]) == 200
    assert took < 60, took


def test_where_a_protected_child_is_stands_nowhere(
    as_family, guardian, holder, nora, noras_log
):
    with acting(holder.pk, STAFF):
        children.correct(
            nora,
            name=nora.name,
            born_on=nora.born_on,
            due_on=None,
            unit=nora.unit,
            protection="strict",
        )
    assert "Lia barnehage" not in all_text(as_family(guardian), nora)
