"""Staff are let in by their own municipality's log-in, and by no other."""

import pytest

from laget.accounts.models import Identity

pytestmark = pytest.mark.django_db


@pytest.fixture
def entra(staff, other_rogue):
    """Says that whoever logs in is the holder, who works in Bygdevik."""
    other_rogue.knobs.acr, other_rogue.knobs.pid = None, None
    says(other_rogue, "holder", "subject-of-holder")
    return other_rogue


def says(rogue, username, subject):
    rogue.knobs.claims = {"preferred_username": username}
    rogue.knobs.sub = subject


def test_somebody_who_works_here_is_let_in_to_their_day(visitor, entra, holder):
    answer = visitor.log_in("entra")

    assert answer["Location"] == "/day/"
    assert visitor.session["kind"] == "staff"
    assert visitor.session["_auth_user_id"] == str(holder.pk)


def test_capitals_in_a_user_name_do_not_matter(visitor, entra):
    says(entra, "Holder", "subject-of-holder")
    assert visitor.log_in("entra")["Location"] == "/day/"


def test_a_user_name_nobody_has_is_told_whom_to_ask(visitor, entra):
    says(entra, "nobody", "x")

    answer = visitor.log_in("entra")

    assert answer.status_code == 403
    assert "Vi kjenner deg ikke ennå" in answer.text
    assert not Identity.objects.exists()


@pytest.mark.parametrize("username", ["stranger", "stranger_leader"])
def test_one_municipality_cannot_vouch_for_anothers_people(visitor, entra, username):
    says(entra, username, "x")

    answer = visitor.log_in("entra")

    assert answer.status_code == 403
    assert "Vi finner ikke at du arbeider her" in answer.text
    assert not visitor.is_logged_in
    assert not Identity.objects.exists()


@pytest.mark.parametrize("username", ["guardian", "youth"])
def test_who_does_not_work_here_is_not_let_in_as_staff(visitor, entra, username):
    says(entra, username, "x")
    assert visitor.log_in("entra").status_code == 403
    assert not visitor.is_logged_in


def test_a_service_that_two_share_is_vouched_for_by_both(visitor, entra, settings):
    says(entra, "adviser", "x")  # the PPT office serves Fjordby too
    entra_of_fjordby(settings)
    assert visitor.log_in("entra")["Location"] == "/day/"


def test_a_user_name_is_believed_once(visitor, another, entra):
    visitor.log_in("entra")
    says(entra, "holder", "somebody who has got the old user name")

    answer = another.log_in("entra")

    assert answer.status_code == 403
    assert not another.is_logged_in


def test_a_new_user_name_is_still_the_same_person(visitor, another, entra, holder):
    visitor.log_in("entra")
    says(entra, "colleague", "subject-of-holder")

    another.log_in("entra")

    assert another.session["_auth_user_id"] == str(holder.pk)


def test_a_pairing_opens_nothing_when_the_work_is_elsewhere(
    visitor, another, entra, settings
):
    visitor.log_in("entra")
    entra_of_fjordby(settings)

    assert another.log_in("entra").status_code == 403


def test_staff_get_no_family_session_and_a_family_gets_no_staff_session(visitor, entra):
    visitor.log_in()
    assert visitor.session["kind"] == "person"
    visitor.log_in("entra")
    assert visitor.session["kind"] == "staff"
    assert visitor.session["level"] == ""


def test_who_is_not_let_in_can_log_out_all_the_same(visitor, entra):
    says(entra, "stranger", "x")
    page = visitor.log_in("entra")
    assert 'action="/logout/"' in page.text

    answer = visitor.client.post("/logout/")

    assert f'action="{entra.issuer}/logout"' in answer.text
    assert "id_token_hint" in answer.text
    assert "id_token" not in visitor.session


def test_the_log_in_page_has_families_first_and_staff_by_municipality(visitor, entra):
    page = visitor.client.get("/login/").text

    assert page.index("For familier") < page.index("For ansatte")
    assert "Logg inn med ID-porten" in page
    assert "Bygdevik: Entra ID" in page
    assert "Fjordby" not in page


def entra_of_fjordby(settings):
    from dataclasses import replace

    provider = replace(settings.LOGIN_PROVIDERS["entra"], municipalities=("fjordby",))
    settings.LOGIN_PROVIDERS = settings.LOGIN_PROVIDERS | {"entra": provider}
