"""Keeping right who the child is, and who answers for it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.audit.models import Event
from laget.children.models import Child, Guardianship
from laget.kernel.acting import acting
from tests.cast import STAFF, in_days, make_child
from tests.staff.register.doing import a_number

pytestmark = pytest.mark.django_db


def test_what_is_known_of_a_child_is_corrected(as_user, holder, child, school):
    place = reverse("edit-child", args=[child.pk])
    typed = _shown(as_user(holder), place) | {
        "name": "Nora Sand Vik",
        "unit": school.pk,
        "number": a_number(),
        "protection": "strict",
    }

    response = as_user(holder).post(place, typed)

    assert response.status_code == 302
    with acting(holder.pk, STAFF):
        saved = Child.objects.get()
        assert saved.name == "Nora Sand Vik"
        assert saved.unit == school
        assert saved.number == a_number()
        assert saved.shown_unit == ""
        assert Event.objects.filter(action="child.corrected").exists()


def test_an_empty_number_keeps_the_one_that_is_known(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik, number=a_number())
    place = reverse("edit-child", args=[child.pk])

    as_user(holder).post(place, _shown(as_user(holder), place) | {"name": "Nora Vik"})

    with acting(holder.pk, STAFF):
        assert Child.objects.get().number == a_number()


def test_two_who_correct_at_once_both_keep_their_words(as_user, holder, child):
    place = reverse("edit-child", args=[child.pk])
    mine = _shown(as_user(holder), place) | {"name": "Nora Mitt Navn"}
    theirs = mine | {"name": "Nora Annet Navn"}
    as_user(holder).post(place, theirs)

    response = as_user(holder).post(place, mine)

    text = response.content.decode()
    assert response.status_code == 422
    assert "Nora Mitt Navn" in text
    assert "Nå står det: Nora Annet Navn" in text
    with acting(holder.pk, STAFF):
        assert Child.objects.get().name == "Nora Annet Navn"

    seen = text.split('name="seen" value="')[1].split('"')[0]
    as_user(holder).post(place, mine | {"seen": seen})
    with acting(holder.pk, STAFF):
        assert Child.objects.get().name == "Nora Mitt Navn"


def test_what_the_child_needs_to_understand_is_written_and_signed(
    as_user, holder, child
):
    place = reverse("edit-child", args=[child.pk])
    typed = _shown(as_user(holder), place) | {"sign_language": "on"}
    before = _statements(as_user(holder), child)

    as_user(holder).post(place, typed)

    page = as_user(holder).get(reverse("child", args=[child.pk])).text
    assert f"barnet · tegnspråktolk · skrevet av {holder.name}" in page
    assert _statements(as_user(holder), child) == before
    with acting(holder.pk, STAFF):
        assert Child.objects.get().needs_by == holder


def _statements(client, child):
    with CaptureQueriesContext(connection) as made:
        client.get(reverse("child", args=[child.pk]))
    return len(made)


def test_what_the_child_wrote_meanwhile_is_not_written_over(
    as_user, as_family, holder, nora, noras_log, youth
):
    place = reverse("edit-child", args=[nora.pk])
    mine = _shown(as_user(holder), place)
    as_family(youth).post(reverse("family-needs"), {"easy_reading": "on"})

    response = as_user(holder).post(place, mine)

    assert response.status_code == 422
    assert "tekster som er lette å lese" in response.text
    with acting(holder.pk, STAFF):
        saved = Child.objects.get(pk=nora.pk)
        assert (saved.easy_reading, saved.needs_by) == (True, youth)


def test_the_expected_child_is_born(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, born_on=None, due_on=in_days(3)
        )
    place = reverse("child-is-born", args=[child.pk])
    early = {"born-name": "Nora Sand", "born-on": in_days(1).strftime("%d.%m.%Y")}
    born = early | {"born-on": in_days(0).strftime("%d.%m.%Y")}

    assert as_user(holder).post(place, early).status_code == 422
    assert as_user(holder).post(place, born).status_code == 302
    with acting(holder.pk, STAFF):
        assert Child.objects.get().born_on == in_days(0)


def test_a_guardian_is_added_and_ends(as_user, holder, child):
    place = reverse("add-guardian", args=[child.pk])
    typed = {"name": "Ny Foresatt", "custody": "on", "once": str(uuid4())}

    assert as_user(holder).post(place, typed | {"name": ""}).status_code == 422
    as_user(holder).post(place, typed)
    as_user(holder).post(place, typed)

    with acting(holder.pk, STAFF):
        (new,) = Guardianship.objects.current().filter(name="Ny Foresatt")
        assert new.custody and not new.may_see
    end = reverse("end-guardian", args=[new.pk])
    assert as_user(holder).get(end).status_code == 405
    assert as_user(holder).post(end).status_code == 302
    with acting(holder.pk, STAFF):
        assert not Guardianship.objects.current().filter(name="Ny Foresatt").exists()
    assert as_user(holder).post(end).status_code == 403


def test_a_guardian_gets_a_new_number_and_an_interpreter(
    as_user, holder, nurse, colleague, log, child
):
    with acting(holder.pk, STAFF):
        one = Guardianship.objects.current().filter(barred=False).get()
    place = reverse("reach-guardian", args=[one.pk])
    typed = {"phone": "400 00 999", "interpreter": "tigrinja"}
    assert as_user(nurse).post(place, typed).status_code == 403
    assert as_user(colleague).post(place, typed).status_code == 404
    wrong = as_user(holder).post(place, typed | {"phone": "9" * 31})
    assert wrong.status_code == 422
    assert "tigrinja" in wrong.content.decode()
    assert as_user(holder).post(place, typed).status_code == 302
    page = as_user(holder).get(reverse("child", args=[child.pk])).content.decode()
    assert "400 00 999" in page and "tigrinja" in page
    as_user(holder).post(reverse("end-guardian", args=[one.pk]))
    assert as_user(holder).post(place, typed).status_code == 403


PAGES = ["edit-child", "child-is-born", "add-guardian"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("holder", 200),
        ("nurse", 403),
        ("adviser", 403),
        ("colleague", 404),
        ("leader", 404),
        ("teacher", 404),
        ("stranger", 404),
        ("guardian", 404),
    ],
)
def test_who_may_keep_a_childs_registration(
    request, as_user, log, child, name, who, status
):
    user = request.getfixturevalue(f"{who}")
    place = reverse(name, args=[child.pk])
    none = reverse(name, args=["00000000-0000-4000-8000-000000000000"])

    expected = 422 if (name, status) == ("child-is-born", 200) else status
    shown = as_user(user).get(place).status_code
    assert shown in (status, expected)
    assert as_user(user).get(none).status_code == 404


def _shown(client, place):
    """What the form holds when it is opened."""
    form = client.get(place).context["form"]
    values = {name: form[name].value() for name in form.fields}
    values["unit"] = getattr(values["unit"], "pk", values["unit"])
    return {name: "" if value is None else value for name, value in values.items()}
