"""Only genuine tokens log anyone in: thirteen ways of being false, and some more."""

from datetime import timedelta

import pytest

from laget.accounts.models import Identity, User
from laget.kernel import clock
from tests.oidc.rogue import CLIENT, EC_KEY, KEY, OTHER_KEY

pytestmark = pytest.mark.django_db


def claims(**changes):
    return lambda knobs, rogue: knobs.claims.update(changes)


def seconds(**away):
    return lambda knobs, rogue: knobs.moments.update(away)


def knob(**changes):
    def turn(knobs, rogue):
        for name, value in changes.items():
            setattr(knobs, name, value)

    return turn


def both(*turns):
    return lambda knobs, rogue: [turn(knobs, rogue) for turn in turns]


def header(**changes):
    return lambda knobs, rogue: knobs.header.update(changes)


OTHERS = OTHER_KEY.as_dict(private=False)

# security.md 5.2: each is refused
FALSE = {
    "wrong issuer": claims(iss="https://elsewhere.invalid"),
    "wrong audience": claims(aud="another-client"),
    "audience list with a foreign azp": claims(aud=[CLIENT, "other"], azp="other"),
    "expired": seconds(exp=-600),
    "issued in the future": seconds(iat=600),
    "wrong nonce": claims(nonce="another"),
    "no nonce": claims(nonce=None),
    "signed with another key": knob(key=OTHER_KEY),
    "HS256 with the public key": knob(algorithm="HS256"),
    "no signature at all": knob(algorithm="none"),
    "no exp": claims(exp=None),
    "no sub": claims(sub=None),
    "a low acr": knob(acr="idporten-loa-low"),
}
FALSE_TOO = {
    "no acr": knob(acr=None),
    "an unknown acr": knob(acr="Level4"),
    "several audiences and no azp": claims(aud=[CLIENT, "other"]),
    "a foreign azp": claims(azp="other"),
    "no audience": claims(aud=None),
    "no issuer": claims(iss=None),
    "no iat": claims(iat=None),
    "exp that is no number": claims(exp="tomorrow"),
    "exp that is true": claims(exp=True),
    "not valid yet": seconds(nbf=600),
    "a sub that is no text": claims(sub=7),
    "a sub of a thousand characters": claims(sub="x" * 1000),
    "an empty sub": claims(sub=""),
    "a claim of 10 000 characters": claims(locale="x" * 10_000),
    "a token of 20 000 characters": claims(locale=["x"] * 5_000),
    "a number that cannot be one": knob(pid="12345678901"),
    "a number that is two": claims(pid=["01819010001", "15828810038"]),
    "a key it does not publish": knob(kid="key-9"),
    "no name of a key, and two that fit": both(
        knob(kid=None),
        knob(
            keys=[
                KEY.as_dict(private=False) | {"kid": "a"},
                OTHERS | {"kid": "b"},
            ]
        ),
    ),
    "its own key in the header": both(header(jwk=OTHERS), knob(key=OTHER_KEY)),
    "an address for keys in the header": both(
        header(jku="http://127.0.0.1:9/jwks"), knob(key=OTHER_KEY)
    ),
    "a certificate's address in the header": both(
        header(x5u="http://127.0.0.1:9/cert"), knob(key=OTHER_KEY)
    ),
    "an unknown header that must be understood": header(crit=["exp"], exp=1),
    "a key that is for encrypting": knob(
        keys=[KEY.as_dict(private=False) | {"kid": "key-1", "use": "enc"}]
    ),
    "a key of another kind under the name": knob(
        keys=[EC_KEY.as_dict(private=False) | {"kid": "key-1"}]
    ),
    "RS384, which nobody allowed": knob(algorithm="RS384"),
    "a hash of another access token": claims(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "no token": knob(token_answer=lambda answer: {"access_token": "x"}),
    "a token that is no text": knob(token_answer=lambda a: a | {"id_token": 7}),
    "an answer that is a list": knob(token_answer=lambda a: [a]),
    "an answer without end": knob(token_answer=lambda a: {"x": "x" * 600_000}),
}
GENUINE = {
    "as it should be": knob(),
    "PS256": knob(algorithm="PS256"),
    "ES256": both(knob(algorithm="ES256", kid="key-2"), knob(key=EC_KEY)),
    "no name of a key, and one that fits": knob(kid=None),
    "several audiences, made out to us": claims(aud=[CLIENT, "other"], azp=CLIENT),
    "a clock that is 50 seconds behind": seconds(exp=-20, iat=-140),
    "a jku that nobody follows": header(jku="http://127.0.0.1:9/jwks"),
}


def ids(table):
    return {"argvalues": table.values(), "ids": table.keys()}


@pytest.mark.parametrize("turn", **ids(FALSE | FALSE_TOO))
def test_a_false_token_lets_nobody_in(turn, visitor, rogue):
    turn(rogue.knobs, rogue)

    answer = visitor.log_in()

    assert answer.status_code in {400, 403, 503}
    assert not visitor.is_logged_in
    assert not Identity.objects.exists()
    assert not User.objects.exclude(nin_index="").exists()


@pytest.mark.parametrize("turn", **ids(GENUINE))
def test_a_genuine_token_lets_somebody_in(turn, visitor, rogue):
    turn(rogue.knobs, rogue)

    assert visitor.log_in().status_code == 302
    assert visitor.is_logged_in


def test_there_are_thirteen():
    assert len(FALSE) == 13


def test_a_new_key_is_looked_for_once_and_then_refused(visitor, rogue):
    visitor.log_in()
    rogue.knobs.kid = "key-3"
    rogue.fetched.clear()

    assert visitor.log_in().status_code == 400
    assert rogue.fetched.count("/jwks") == 1
    assert visitor.log_in().status_code == 400
    assert rogue.fetched.count("/jwks") == 1  # not for each stranger who tries


def test_a_key_that_was_changed_is_found(visitor, rogue):
    visitor.log_in()
    rogue.knobs.kid, rogue.knobs.key = "key-3", OTHER_KEY
    rogue.knobs.keys = [OTHERS | {"kid": "key-3"}]

    assert visitor.log_in().status_code == 302


@pytest.mark.parametrize(("hours", "status"), [(2, 302), (23, 302), (25, 400)])
def test_when_its_keys_cannot_be_fetched_the_last_ones_serve_a_day(
    hours, status, visitor, rogue
):
    visitor.log_in()
    rogue.knobs.keys_down = rogue.knobs.metadata_down = True
    rogue.knobs.clock = hours * 60 * 60

    with clock.at(clock.now() + timedelta(hours=hours)):
        sent = visitor.go_to_provider()
        if status == 302:
            answer = visitor.come_back(visitor.at_provider(sent["Location"]))
            assert answer.status_code == 302
        else:
            assert sent.status_code == 503


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://elsewhere.invalid"},
        {"token_endpoint": "https://elsewhere.invalid/token"},
        {"jwks_uri": "http://127.0.0.1:9/jwks"},
        {"authorization_endpoint": "https://elsewhere.invalid/"},
        {"end_session_endpoint": "https://elsewhere.invalid/"},
        {"token_endpoint": None},
        {"jwks_uri": 7},
    ],
    ids=str,
)
def test_a_provider_that_points_elsewhere_is_not_followed(metadata, visitor, rogue):
    rogue.knobs.metadata = metadata

    answer = visitor.go_to_provider()

    assert answer.status_code == 400
    assert "Location" not in answer


def test_a_provider_that_is_away_gets_an_honest_page(visitor, rogue):
    rogue.stop()

    answer = visitor.go_to_provider()

    assert answer.status_code == 503
    assert "Vi får ikke kontakt med ID-porten nå" in answer.text


def test_no_redirect_is_followed(visitor, rogue):
    rogue.knobs.redirects = True
    assert visitor.go_to_provider().status_code == 503
