"""The file that says who may vouch for somebody is right, or nothing starts."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from laget.accounts.oidc.providers import faults, load

EXAMPLE = settings.HOME / "docs" / "providers.example.toml"
RIGHT = {
    "name": {"nb": "ID-porten", "nn": "ID-porten", "en": "ID-porten"},
    "for": "families",
    "issuer": "https://login.example.no",
    "client_id": "laget",
    "secret_env": "LAGET_TEST_SECRET",
    "levels": {"idporten-loa-high": "high"},
    "number_claim": "pid",
}
STAFF = {
    **{name: RIGHT[name] for name in ("name", "issuer", "client_id", "secret_env")},
    **{"for": "staff", "username_claim": "upn", "municipalities": ["bygdevik"]},
}


@pytest.fixture(autouse=True)
def secret(monkeypatch):
    monkeypatch.setenv("LAGET_TEST_SECRET", "long enough to be one")


def written(tmp_path, text):
    path = tmp_path / "providers.toml"
    path.write_text(text)
    return str(path)


def test_no_file_is_no_provider():
    assert load("") == {}


def test_what_is_right_is_taken():
    assert faults("idporten", RIGHT) == []
    assert faults("entra", STAFF) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"issuer": "http://login.example.no"}, "not an https address"),
        ({"issuer": "https://user@login.example.no"}, "not an https address"),
        ({"issuer": ""}, "lacks issuer"),
        ({"client_id": None}, "lacks client_id"),
        ({"for": "everyone"}, "families or staff"),
        ({"secret": "written into the file"}, "unknown: secret"),
        ({"secret_env": "LAGET_NO_SUCH"}, "no usable secret"),
        ({"secret_file": "/nowhere"}, "no usable secret"),
        ({"algorithms": ["HS256"]}, "`algorithms`"),
        ({"algorithms": ["none"]}, "`algorithms`"),
        ({"algorithms": []}, "`algorithms`"),
        ({"levels": {}}, "families need `levels`"),
        ({"levels": {"x": "low"}}, "`levels` say high"),
        ({"number_claim": ""}, "families need `number_claim`"),
        ({"scopes": ["profile"]}, "lack openid"),
        ({"idle_minutes": 31}, "idle is 1-30"),
        ({"longest_minutes": 121}, "1-120 minutes"),
        ({"idle_minutes": 0}, "idle is 1-30"),
        ({"auth": "none"}, "`auth` is unknown"),
        ({"end_session": "maybe"}, "`end_session`"),
        ({"name": {"nb": "ID-porten"}}, "nb, nn and en"),
        ({"acr": "x"}, "unknown: acr"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said(change, said):
    (words,) = faults("idporten", RIGHT | change)[:1]
    assert said in words and "[idporten]" in words


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"municipalities": []}, "for whom it may vouch"),
        ({"username_claim": ""}, "`username_claim` or `number_claim`"),
        ({"longest_minutes": 481}, "1-480 minutes"),
    ],
    ids=str,
)
def test_staff_need_to_be_vouched_for_by_somebody(change, said):
    assert said in " ".join(faults("entra", STAFF | change))


@pytest.mark.parametrize("secret", ["", "short", "client_secret", "changeme"])
def test_a_secret_that_anybody_would_guess_is_refused(secret, monkeypatch):
    monkeypatch.setenv("LAGET_TEST_SECRET", secret)
    assert "no usable secret" in " ".join(faults("idporten", RIGHT))


@pytest.mark.parametrize("key", ["ID porten", "æ", "x" * 61, "a/b"])
def test_its_name_can_stand_in_an_address(key):
    assert faults(key, RIGHT)


@pytest.mark.parametrize("text", ["[", "x = 1", "[a]\nfor = 'staff'"], ids=str)
def test_a_file_that_cannot_be_used_stops_everything(text, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="LAGET_PROVIDERS"):
        load(written(tmp_path, text))


def test_a_file_that_is_not_there_stops_everything(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="LAGET_PROVIDERS"):
        load(str(tmp_path / "nowhere.toml"))


def test_the_example_is_right_but_for_the_secrets_it_does_not_have():
    for key, table in tomllib.loads(EXAMPLE.read_text()).items():
        assert all("no usable secret" in words for words in faults(key, table)), key


def test_the_example_works_with_secrets(tmp_path, monkeypatch):
    pem = tmp_path / "key.pem"
    pem.write_text("-----BEGIN RSA PRIVATE KEY-----")
    text = EXAMPLE.read_text()
    for name in ("idporten", "ansattporten"):
        text = text.replace(f"/etc/laget/{name}.pem", str(pem))
    for name in ("LAGET_ENTRA_BYGDEVIK_SECRET", "LAGET_FEIDE_SECRET"):
        monkeypatch.setenv(name, "long enough to be one")

    found = load(written(tmp_path, text))

    assert list(found) == ["idporten", "entra-bygdevik", "ansattporten", "feide"]
    assert found["feide"].idle == 20 * 60
    assert "RSA" not in repr(found)


def test_two_tables_cannot_share_an_issuer(tmp_path):
    one = Path(EXAMPLE).read_text().split("[entra-bygdevik]")[0]
    one = one.replace('secret_file = "/etc/laget/idporten.pem"', "")
    one = one.replace('auth = "private_key_jwt"', 'secret_env = "LAGET_TEST_SECRET"')
    two = one + one[one.index("[idporten]") :].replace("[idporten]", "[other]")
    with pytest.raises(ImproperlyConfigured, match="twice"):
        load(written(tmp_path, two))
