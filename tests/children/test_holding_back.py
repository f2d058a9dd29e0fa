"""The staff's pages: who in the family may read this?"""

import pytest
from django.urls import reverse

from laget.children import actions
from laget.children.models import Shield
from laget.kernel.acting import Role, acting
from laget.logs.models import Entry, Log
from tests.children.seen import KINDS, seen_by

STAFF = Role.STAFF


def test_whoever_is_barred_is_no_choice(written, as_user, holder, father):
    with acting(holder.pk, STAFF):
        log = Log.objects.get()
    said = as_user(holder).get(reverse("write-entry", args=[log.pk])).text
    assert "Ikke Ivar Sand" in said and "Ikke Maria Sand" in said
    assert "Ingen foresatte, bare Nora" in said
    assert "Jon Sand" not in said


def test_why_must_be_said(written, as_user, holder):
    with acting(holder.pk, STAFF):
        log = Log.objects.get()
    typed = {"kind": "note", "text": "Hemmelig", "readers": "no_guardian"}
    answer = as_user(holder).post(reverse("write-entry", args=[log.pk]), typed)
    assert answer.status_code == 422
    assert "Si hvorfor noen ikke skal lese det." in answer.text
    assert '<details class="ds-details" open>' in answer.text
    with acting(holder.pk, STAFF):
        assert not Entry.objects.filter(text="Hemmelig").exists()


def test_held_back_marked_and_lifted(written, nora, as_user, holder, father):
    client, key = as_user(holder), written["entry"].pk
    with acting(holder.pk, STAFF):
        his = str(nora.guardianships.get(user=father).pk)
    here = reverse("shield-entry", args=[key])
    assert "Noe hun sa." in client.get(here).text
    client.post(here, {"readers": his, "because": "confidence"})
    assert "Sees ikke av Ivar Sand" in client.get(f"/children/{nora.pk}/").text
    assert key not in seen_by(father)[0]
    with acting(holder.pk, STAFF):
        held = Shield.objects.get()
    lift = reverse("lift-shield", args=[held.pk])
    assert "kan ikke gjøres om" in client.get(lift).text
    client.post(lift)
    assert key in seen_by(father)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_record_has_its_page(written, as_user, holder, kind):
    record = written[kind]
    name = f"shield-{record._meta.model_name}"
    answer = as_user(holder).get(reverse(name, args=[record.pk]))
    assert answer.status_code == 200
    assert "!!!" not in answer.text


def test_another_child_s_guardian_cannot_be_chosen(
    written, nora, noras_sister, as_user, holder, stranger
):
    with acting(holder.pk, STAFF):
        other = actions.add_guardian(noras_sister, name="En annen")
    typed = {"readers": str(other.pk), "because": "safety"}
    here = reverse("shield-goal", args=[written["goal"].pk])
    assert as_user(holder).post(here, typed).status_code == 422
    assert as_user(stranger).get(here).status_code == 404
