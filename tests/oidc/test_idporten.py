"""ID-porten's verification tests, against a provider of our own that does as it does.

The Norwegian Digitalisation Agency's list, "Verifikasjonstestar for integrasjon med
ID-porten", numbers 1 to 11. Number 10 (on behalf of another, `onbehalfof`) is for
suppliers, and we do not use it; the others are here, one each. ID-porten's own test
service, which the list opens in the same browser, is played by `other_service`.
"""

from datetime import timedelta

import pytest
from django.test import Client

from laget.accounts.models import User
from laget.kernel import clock

pytestmark = pytest.mark.django_db
SUBSTANTIAL, HIGH = "idporten-loa-substantial", "idporten-loa-high"


def other_service(visitor, rogue, acr_values="", **asked):
    """Another service's log-in in the same browser; how many had to be asked."""
    before = rogue.logins
    said = {
        "client_id": "other",
        "state": "x",
        "redirect_uri": "https://other.invalid/",
    }
    said |= {"acr_values": acr_values} | asked
    visitor.there.get(
        f"{rogue.issuer}/authorize", params=said, allow_redirects=False, timeout=5
    )
    return rogue.logins - before


def opens(visitor):
    return visitor.client.get("/sessions/").status_code == 200


def test_1_single_sign_on_from_our_service_at_substantial(visitor, rogue):
    """Test 1: log in to us at 'substantial'; another service needs no new log-in."""
    rogue.knobs.acr = SUBSTANTIAL

    visitor.log_in(level="substantial")

    assert opens(visitor) and visitor.session["level"] == "substantial"
    assert other_service(visitor, rogue, SUBSTANTIAL) == 0


def test_2_single_sign_on_from_our_service_at_high(visitor, rogue):
    """Test 2: the same at 'high'."""
    visitor.log_in()

    assert opens(visitor) and visitor.session["level"] == "high"
    assert other_service(visitor, rogue, HIGH) == 0


def test_3_single_sign_on_to_our_service_at_substantial(visitor, rogue):
    """Test 3: logged in elsewhere at 'substantial', they come to us without asking."""
    rogue.knobs.acr = SUBSTANTIAL
    other_service(visitor, rogue, SUBSTANTIAL)

    visitor.log_in(level="substantial")

    assert rogue.logins == 1
    assert opens(visitor) and visitor.session["level"] == "substantial"


def test_4_single_sign_on_to_our_service_at_high(visitor, rogue):
    """Test 4: the same at 'high'."""
    other_service(visitor, rogue, HIGH)

    visitor.log_in()

    assert rogue.logins == 1
    assert opens(visitor) and visitor.session["level"] == "high"


def test_5_going_up_a_level(visitor, rogue):
    """Test 5: logged in at 'substantial', and then asked for 'high'."""
    rogue.knobs.acr = SUBSTANTIAL
    visitor.log_in(level="substantial")
    key = visitor.client.cookies["session"].value
    rogue.knobs.acr = HIGH

    visitor.log_in(level="high")

    assert rogue.logins == 2
    assert visitor.session["level"] == "high"
    assert visitor.client.cookies["session"].value != key


def test_6_single_log_out_from_our_service(visitor, rogue):
    """Test 6: log out of us; the session at ID-porten is ended too.

    Its closing note, that those who are not let in can log out, is shown in
    test_staff.py.
    """
    other_service(visitor, rogue, HIGH)
    visitor.log_in()

    page = visitor.client.post("/logout/").text
    assert f'action="{rogue.issuer}/logout"' in page
    back = {"post_logout_redirect_uri": "http://testserver/logged-out/"}
    visitor.there.post(
        f"{rogue.issuer}/logout", data=back, allow_redirects=False, timeout=5
    )

    assert not opens(visitor)
    assert other_service(visitor, rogue, HIGH) == 1  # asked anew


def test_7_single_log_out_from_another_service(visitor, rogue):
    """Test 7: another service logs out; ID-porten tells us in a frame."""
    visitor.log_in()
    (login,) = rogue.sso.values()

    frame = Client()  # no cookie of ours comes along
    frame.get("/logout/rogue/front/", {"iss": rogue.issuer, "sid": login.sid})

    assert not opens(visitor)


def test_8_the_session_times_out(visitor):
    """Test 8: more than 30 minutes without use, and one is logged out."""
    visitor.log_in()

    with clock.at(clock.now() + timedelta(minutes=30, seconds=5)):
        assert not opens(visitor)


def test_9_forced_log_in(visitor, rogue):
    """Test 9: `prompt=login`, and one must log in anew although one is logged in."""
    visitor.log_in()
    assert visitor.client.get("/login/again/").status_code == 200

    visitor.log_in(again="1")

    assert rogue.asked[-1]["prompt"] == "login"
    assert rogue.logins == 2
    assert opens(visitor)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_11_the_language_goes_along(visitor, rogue, language):
    """Test 11: `ui_locales` is the language that our own page was in."""
    visitor.client.cookies["django_language"] = language

    visitor.log_in()

    assert rogue.asked[-1]["ui_locales"] == language
    assert opens(visitor)


@pytest.mark.parametrize(("language", "asked"), [("se", "se"), ("pl", "en")])
def test_11_other_languages(visitor, rogue, language, asked):
    """Test 11: Northern Sámi goes along; who reads Polish is met in English."""
    visitor.client.cookies["django_language"] = language

    visitor.log_in()

    assert rogue.asked[-1]["ui_locales"] == asked
    assert User.objects.exclude(nin_index="").get().language == language
