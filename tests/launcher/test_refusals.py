"""A server that would not keep children's lives safe does not start."""

from base64 import b64encode

import pytest
from psycopg import sql

from laget.kernel import embedded
from laget.launcher import keys, roles

MADE = {
    "LAGET_SECRET_KEY": "Zk3pV9xQ7mT1bR5nW8yC2fJ6hL0sD4gA_uEiOoKqXvNtPwMzYr9",
    "LAGET_FIELD_KEY": b64encode(bytes(range(32))).decode(),
    "LAGET_INDEX_KEY": b64encode(bytes(range(32, 64))).decode(),
    "LAGET_ALLOWED_HOSTS": "laget.example.no",
}


def test_keys_that_were_made_for_it_will_do():
    assert keys.refusals(MADE) == []
    assert keys.refusals(MADE | keys.fresh()) == []


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("LAGET_SECRET_KEY", "", "LAGET_SECRET_KEY is missing"),
        ("LAGET_FIELD_KEY", "", "LAGET_FIELD_KEY is missing"),
        ("LAGET_INDEX_KEY", "", "LAGET_INDEX_KEY is missing"),
        ("LAGET_ALLOWED_HOSTS", "", "LAGET_ALLOWED_HOSTS is missing"),
        ("LAGET_ALLOWED_HOSTS", "a.no,*", "LAGET_ALLOWED_HOSTS lets in every name"),
        ("LAGET_SECRET_KEY", "django-insecure-" + "0aB1cD2eF3" * 5, "is a default"),
        ("LAGET_SECRET_KEY", "a" * 60, "LAGET_SECRET_KEY is a default"),
        ("LAGET_SECRET_KEY", "0aB1cD2eF3gH4", "shorter than 50"),
        ("LAGET_FIELD_KEY", "0aB1cD2eF3gH4", "is not 32 bytes"),
        ("LAGET_FIELD_KEY", MADE["LAGET_INDEX_KEY"], "the same key is used twice"),
        ("LAGET_DEMONSTRATION", "yes", "anyone could log in as anyone"),
    ],
)
def test_what_it_is_told_is_refused(name, value, why):
    assert any(why in words for words in keys.refusals(MADE | {name: value}))


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("ALTER ROLE weak SUPERUSER", "it has SUPERUSER"),
        ("ALTER ROLE weak BYPASSRLS", "it has BYPASSRLS"),
        ("ALTER ROLE weak CREATEROLE", "it has CREATEROLE"),
        ("GRANT laget_owner TO weak", "it is a member of laget_owner"),
        ("ALTER TABLE children OWNER TO weak", "it owns 1 tables"),
        ("GRANT TRUNCATE ON children TO weak", "it may TRUNCATE 1 tables"),
        ("GRANT CREATE ON SCHEMA public TO weak", "it may make tables"),
        ("ALTER TABLE children DISABLE ROW LEVEL SECURITY", "open to it: children"),
        ("DROP TABLE children", "has run: children"),
    ],
)
def test_a_database_role_with_a_power_is_refused(weak, given, why):
    weak.execute(given)
    weak.execute("SET ROLE weak")
    assert why in "; ".join(roles.refusals(weak, ["children"]))


def test_a_database_role_without_powers_will_do(weak):
    weak.execute("SET ROLE weak")
    assert roles.refusals(weak, ["children"]) == []


@pytest.fixture
def weak(settings):
    """A role as it should be and a protected table, gone when the test ends."""
    name = f"{settings.TEST_NAME}_refusals"
    embedded.empty_database(settings.DATA, name)
    with embedded.connect(settings.DATA, name=name) as connection:
        connection.autocommit = False
        with connection.cursor() as cursor:
            cursor.execute("CREATE ROLE weak")
            cursor.execute("CREATE TABLE children (id int)")
            cursor.execute("ALTER TABLE children ENABLE ROW LEVEL SECURITY")
            yield cursor
        connection.rollback()
    with embedded.connect(settings.DATA) as connection:
        drop = sql.SQL("DROP DATABASE {} WITH (FORCE)")
        connection.execute(drop.format(sql.Identifier(name)))
