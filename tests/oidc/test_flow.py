"""Going to the provider and back: what is asked, and whose answer counts."""

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings

from laget.accounts.models import Identity, Session, User
from laget.kernel import clock
from tests.oidc.rogue import OTHER_KEY, OTHER_PID, PID

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.")


def asked(answer):
    query = parse_qs(urlsplit(answer["Location"]).query)
    return {name: values[0] for name, values in query.items()}


def test_what_is_asked_of_the_provider(visitor):
    sent = asked(visitor.go_to_provider())

    assert sent["response_type"] == "code"
    assert sent["scope"] == "openid"
    assert sent["code_challenge_method"] == "S256"
    assert sent["redirect_uri"] == "http://testserver/login/rogue/callback/"
    assert sent["acr_values"] == "idporten-loa-high"
    assert len(sent["state"]) >= 32 and len(sent["nonce"]) >= 32
    assert "prompt" not in sent


def test_the_verifier_has_64_characters_and_never_leaves_us(visitor):
    answer = visitor.go_to_provider()

    (attempt,) = visitor.session["attempts"].values()
    assert len(attempt["verifier"]) == 64
    assert attempt["verifier"] not in answer["Location"]
    assert attempt["verifier"] not in str(visitor.client.cookies)


def test_each_log_in_asks_with_new_words(visitor):
    one, other = asked(visitor.go_to_provider()), asked(visitor.go_to_provider())
    for word in ("state", "nonce", "code_challenge"):
        assert one[word] != other[word]


def test_a_weaker_eid_may_be_asked_for(visitor, rogue):
    rogue.knobs.acr = "idporten-loa-substantial"
    sent = asked(visitor.go_to_provider(level="substantial"))
    assert sent["acr_values"].split() == [
        "idporten-loa-substantial",
        "idporten-loa-high",
    ]
    visitor.log_in(level="substantial")
    assert visitor.session["level"] == "substantial"


def test_where_it_can_what_is_asked_goes_behind_the_browsers_back(visitor, rogue):
    rogue.knobs.pushes = True

    sent = asked(visitor.go_to_provider())

    assert set(sent) == {"client_id", "request_uri"}
    assert visitor.log_in().status_code == 302
    assert rogue.asked[-1]["was_pushed"] == "yes"


def test_we_can_sign_that_it_is_us(visitor, rogue, settings, families):
    from dataclasses import replace

    pem = OTHER_KEY.as_pem(private=True).decode()
    signing = replace(families, auth="private_key_jwt", secret=pem)
    with override_settings(LOGIN_PROVIDERS={"rogue": signing}):
        assert visitor.log_in().status_code == 302


def test_nobody_is_let_in_by_an_answer_to_another_browser(visitor, another):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])
    another.go_to_provider()

    assert another.come_back(url).status_code == 400
    assert not another.is_logged_in
    assert visitor.come_back(url).status_code == 302


def test_an_answer_counts_once(visitor, another):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])
    visitor.come_back(url)
    visitor.client.post("/logout/")

    assert visitor.come_back(url).status_code == 400
    assert not visitor.is_logged_in


def test_a_code_counts_once_even_with_a_new_state(visitor):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])
    visitor.come_back(url)
    code = parse_qs(urlsplit(url).query)["code"][0]
    visitor.client.post("/logout/")
    state = asked(visitor.go_to_provider())["state"]

    answer = visitor.client.get(
        "/login/rogue/callback/", {"code": code, "state": state}
    )

    assert answer.status_code == 400
    assert not visitor.is_logged_in


def test_the_states_of_two_windows_cannot_be_swapped(visitor):
    one = visitor.at_provider(visitor.go_to_provider()["Location"])
    other = visitor.at_provider(visitor.go_to_provider()["Location"])
    code = parse_qs(urlsplit(one).query)["code"][0]
    state = parse_qs(urlsplit(other).query)["state"][0]

    answer = visitor.client.get(
        "/login/rogue/callback/", {"code": code, "state": state}
    )

    assert answer.status_code == 400  # PKCE: the code is the other window's
    assert not visitor.is_logged_in


def test_an_answer_of_another_provider_is_not_taken(visitor):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])
    wrong = re.sub(r"iss=[^&]*", "iss=https%3A%2F%2Felsewhere.invalid", url)

    assert visitor.come_back(wrong).status_code == 400
    assert not visitor.is_logged_in


@pytest.mark.usefixtures("staff")
def test_an_answer_at_another_providers_address_is_not_taken(visitor):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])

    assert visitor.come_back(url.replace("/rogue/", "/entra/")).status_code == 400
    assert not visitor.is_logged_in


def test_an_answer_that_comes_too_late_is_not_taken(visitor):
    url = visitor.at_provider(visitor.go_to_provider()["Location"])

    with clock.at(clock.now() + timedelta(minutes=16)):
        assert visitor.come_back(url).status_code == 400


def test_who_turns_round_at_the_provider_is_told_it_is_all_right(visitor):
    state = asked(visitor.go_to_provider())["state"]

    answer = visitor.client.get(
        "/login/rogue/callback/", {"error": "access_denied", "state": state}
    )

    assert "Du stoppet før du var logget inn" in answer.text


def test_a_key_that_was_there_before_the_log_in_opens_nothing_after(visitor):
    visitor.go_to_provider()
    before = visitor.client.cookies["session"].value

    visitor.log_in()

    assert visitor.client.cookies["session"].value != before
    visitor.client.cookies["session"] = before
    assert not visitor.is_logged_in


def test_a_key_somebody_made_up_becomes_nobodys(visitor):
    visitor.client.cookies["session"] = "x" * 43
    visitor.log_in()
    assert visitor.client.cookies["session"].value != "x" * 43


def test_the_key_is_random_and_only_its_hash_is_kept(visitor):
    visitor.log_in()

    key = visitor.client.cookies["session"].value
    assert len(key) == 43  # 256 bits
    row = Session.objects.get(user__isnull=False)
    assert key not in str(vars(row))


def test_no_token_reaches_the_browser(visitor, rogue):
    sent = visitor.go_to_provider()
    back = visitor.come_back(visitor.at_provider(sent["Location"]))
    pages = [visitor.client.get("/sessions/"), visitor.client.get("/login/")]

    seen = [str(answer.headers) + answer.text for answer in (sent, back, *pages)]
    assert not any(TOKEN.search(text) for text in seen)
    assert not TOKEN.search(str(visitor.client.cookies))
    assert TOKEN.search(visitor.session["id_token"])
    assert not Session.objects.filter(data__contains=b"eyJ").exists()


def test_the_number_is_encrypted_and_in_no_address_and_no_log(visitor, caplog):
    sent = visitor.go_to_provider()
    back = visitor.come_back(visitor.at_provider(sent["Location"]))

    person = User.objects.exclude(nin_index="").get()
    assert person.number == PID
    assert PID.encode() not in bytes(person.nin)
    assert PID not in str(vars(person)) + back["Location"] + caplog.text


def test_the_same_person_is_found_again(visitor, another, rogue):
    visitor.log_in()
    another.log_in()

    assert User.objects.exclude(nin_index="").count() == 1
    assert Identity.objects.count() == 1


def test_the_same_number_under_a_new_subject_is_the_same_person(
    visitor, another, rogue
):
    visitor.log_in()
    rogue.knobs.sub = "subject-2"
    another.log_in()

    assert User.objects.exclude(nin_index="").count() == 1
    assert Identity.objects.count() == 2


def test_the_same_subject_with_another_number_is_let_in_nowhere(
    visitor, another, rogue
):
    visitor.log_in()
    rogue.knobs.pid = OTHER_PID

    answer = another.log_in()

    assert answer.status_code == 403
    assert "Noe stemmer ikke" in answer.text
    assert not another.is_logged_in


def test_an_eid_without_a_number_is_told_what_to_do(visitor, rogue):
    rogue.knobs.pid = None

    answer = visitor.log_in()

    assert "forteller oss ikke hvem du er" in answer.text
    assert not visitor.is_logged_in


def test_after_logging_in_one_is_where_one_was_going(visitor):
    assert visitor.log_in(next="/privacy/")["Location"] == "/privacy/"


@pytest.mark.parametrize("to", ["https://elsewhere.invalid/", "//elsewhere", "x:y"])
def test_logging_in_leads_to_no_other_site(visitor, to):
    assert "elsewhere" not in visitor.log_in(next=to)["Location"]
