"""Rules about the code itself. A failure names the rule and whoever broke it."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django.urls import URLPattern, get_resolver

from laget.access.rules import RULES
from laget.kernel.protected import protected_models
from laget.launcher.check import GENERATED

# Pages for everyone, before log-in; nothing on them is about a child.
OPEN_TO_ALL = {
    *("healthy", "front", "login", "logout", "language", "accessibility", "privacy"),
    *("ask-for-help", "place", "worried", "numbers", "programmes"),
    *("programmes-overview", "programme", "services", "service", "where", "law"),
    *("teams", "experiences"),
    *("public-guides", "public-guide", "plan", "one-plan"),
    *("login-with", "login-callback", "logged-out", "extend-session"),
    *("front-channel-logout", "back-channel-logout"),
}
# Pages of a person's own log-in: nothing on them is about a child either, but for what
# they had written themselves, which only they can open.
OWN = {"sessions", "log-in-again", "nothing-yours", "kept"}
AUDIT = {"audit_event", "audit_history", "audit_submission"}
UNPROTECTED = {
    *("accounts_identity", "accounts_session", "accounts_kept", "accounts_spenttoken"),
    *("accounts_user", "auth_group", "auth_group_permissions", "auth_permission"),
    *("django_content_type", "django_migrations", "django_session"),
    *("organisation_employment", "organisation_appointment", "organisation_teammember"),
    *("organisation_provision", "guide_factor", "catalogue_need"),
    *("audit_link", "audit_head", "access_seal", "intake_knock"),
    "access_published",
    *("procrastinate_jobs", "procrastinate_events", "procrastinate_workers"),
    "procrastinate_periodic_defers",
}
# The municipality's own words: read by all, written by its administrators, by policy.
LOADED = {"organisation_municipality", "organisation_profile"}
REDRAWN = {"guide_level", "guide_step"}
ADDED_TO = {
    *("organisation_service_municipalities", "organisation_profileversion"),
    "forms_templateversion",
}
REWRITTEN = {
    *("organisation_placeontheweb", "organisation_presence", "organisation_teamtype"),
    *("organisation_team", "organisation_service", "organisation_unit"),
    *("organisation_profileitem", "organisation_upload", "guide_guide"),
    *("guide_contact", "catalogue_programme", "forms_template", "plans_plan"),
    "rights_offerrule",
} | REDRAWN
ADMINISTERED = LOADED | ADDED_TO | REWRITTEN
UNREADABLE = {"audit_link", "audit_head", "access_seal", "intake_knock"}
QUEUE = {t for t in UNPROTECTED if t.startswith("procrastinate")}
LOG_INS = {"accounts_session", "accounts_kept", "accounts_spenttoken"}
MAY_DELETE_FROM = {"django_session"} | LOG_INS | QUEUE | REDRAWN
AS_THE_OWNER = {
    *("own_concerns", "registered_children", "held_logs", "left_lying_logs"),
    *("workable_logs", "readable_logs", "listable_logs", "offerable_logs"),
    *("workable_children", "readable_children", "listable_children"),
    *("readable_concerns", "readable_discussions", "readable_consents"),
    *("readable_parts", "readable_forms", "writable_places"),
    *("workable_consents", "readable_subjects", "notable_subjects"),
    *("responsible_requests", "readable_requests", "help_replies"),
    *("knocked", "forget_knocks"),
    *("led_logs", "led_concerns", "find_for_emergency"),
    *("shielded", "seats", "take_seat", "readable_guardianships", "readable_shields"),
    *("shieldable_children", "followable_requests", "readable_meetings"),
    *("workable_meetings", "readable_minutes", "readable_threads", "thread_logs"),
    *("begun_threads", "writable_threads", "readable_posts", "readable_voices"),
    *("speaking_children", "changeable_voices", "readable_comments"),
    *("commented_children", "own_logs"),
    *("readable_inquiries", "answerable_inquiries", "inquired_visits"),
    *("unwatched_inquiries", "told_seats"),
    *("experiences", "answerable_children", "answerable_consents"),
    *("changeable_children", "changeable_guardianships"),
    *("readable_answers", "guardian_is_found_by_number", "child_is_found_by_number"),
    *("family_is_found_by_number", "has_begun"),
    *("audit_remember", "audit_chain", "audit_move_head", "audit_latest"),
    *("consent_is_complete", "family_answers_for_itself", "family_takes_back"),
    *("consent_must_be_given", "log_holder_is_on_the_team", "log_is_handed_over"),
    *("log_level_has_reasons", "emergency_stamp", "entry_hide_recalled"),
    "emergency_is_for_others",
    *("invitation_is_to_one_of_them", "invitation_is_answered", "agenda_is_open"),
    *("seat_is_for_this_child", "seat_is_for_all_at_home", "seat_only_ends"),
    *("changeable_children", "changeable_guardianships"),
    *("party_is_of_the_family", "post_hide_recalled", "people_to_tell"),
}
A_POLICY = re.compile(
    r"\(?(\w+ = ANY \(ARRAY\( SELECT \w+\(\) AS \w+\)\)"
    r"|\(?(\"row\"|\w+|COALESCE\(object, subject\))"
    r" <> ALL \(ARRAY\( SELECT shielded\(\) AS shielded\)\)\)?"
    r"|\w+ = \( SELECT (actor|staff_actor|family_actor)\(\) AS \w+\)"
    r"|\(?\(?hat\)?::text = \( SELECT acting_as\(\) AS acting_as\)\)?"
    r"|\(?NOT \(account_id IS DISTINCT FROM \( SELECT family_actor\(\) AS \w+\)\)\)?"
    r"|\(?\( SELECT staff_actor\(\) AS staff_actor\) IS NOT NULL\)?"
    r"|\( SELECT actor\(\) AS actor\) IS NOT NULL"
    r"|NOT hidden|true)\)?"
)
ME = "current_user::regrole"
MODELS = protected_models()
TABLES = {model._meta.db_table for model in MODELS}
TEXT = models.CharField | models.TextField | models.JSONField
HOME = Path(settings.HOME)
SOURCES = [
    path.relative_to(HOME)
    for folder in ("src/laget", "tests")
    for path in (HOME / folder).rglob("*.py")
    if "migrations" not in path.parts
]
TEMPLATES = [p.relative_to(HOME) for p in (HOME / "src").rglob("templates/**/*.html")]


def test_every_view_has_a_door_and_every_door_a_rule():
    patterns = list(walk(get_resolver().url_patterns))
    open_to_all = {p.name for p in patterns if not hasattr(p.callback, "action")}
    used = {p.callback.action for p in patterns if hasattr(p.callback, "action")}

    assert open_to_all == OPEN_TO_ALL | OWN
    assert used <= set(RULES)


def test_no_rule_stands_unused():
    patterns = walk(get_resolver().url_patterns)
    used = {getattr(p.callback, "action", None) for p in patterns}
    assert {str(action) for action in set(RULES) - used} == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_text_field_is_personal_or_plain(model):
    texts = {f.name for f in model._meta.fields if isinstance(f, TEXT)}
    assert texts == model.Privacy.personal ^ model.Privacy.plain


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_new_row_is_read_back(model):
    assert model._meta.db_returning_fields == []


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_files_and_functions_are_short(path):
    source = (HOME / path).read_text()
    nodes = ast.walk(ast.parse(source))
    functions = [n for n in nodes if isinstance(n, ast.FunctionDef)]
    assert len(source.splitlines()) <= 300
    assert [f.name for f in functions if length(f) > LONGEST] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_templates_are_short_and_hold_no_style_and_no_script(path):
    source = (HOME / path).read_text()
    assert len(source.splitlines()) <= 120
    assert not re.search(r"\sstyle=|\son\w+=\"|<style|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)


@pytest.mark.django_db
def test_every_table_is_protected_or_known_to_be_open():
    assert set(connection.introspection.table_names()) == (
        TABLES | UNPROTECTED | ADMINISTERED
    )


@pytest.mark.django_db
def test_every_protected_table_shows_rows_by_policy_alone():
    under_policy = "SELECT relname FROM pg_class WHERE row_security_active(oid)"
    seen_by = "SELECT tablename FROM pg_policies WHERE cmd = 'SELECT'"
    shut = TABLES | ADMINISTERED
    assert (column(under_policy), column(seen_by)) == (shut, shut)


@pytest.mark.django_db
def test_everyone_reads_only_what_the_municipality_itself_has_written():
    open_to_all = "SELECT tablename FROM pg_policies WHERE qual = 'true'"
    assert column(open_to_all) == ADMINISTERED
    assert column(f"{open_to_all} AND cmd <> 'SELECT'") == set()


@pytest.mark.django_db
def test_every_insert_and_update_that_is_granted_has_a_policy():
    granted = "SELECT table_name FROM information_schema.column_privileges"
    granted += " WHERE grantee = current_user AND privilege_type = '{0}'"
    policies = "SELECT tablename FROM pg_policies WHERE cmd = '{0}'"
    for verb in ("INSERT", "UPDATE"):
        by_policy = column(policies.format(verb))
        assert column(granted.format(verb)) & TABLES == by_policy & TABLES, verb
        assert column(granted.format(verb)) & ADMINISTERED <= by_policy, verb


@pytest.mark.django_db
def test_a_command_has_one_policy():
    sql = "SELECT tablename, cmd FROM pg_policies GROUP BY 1, 2 HAVING count(*) > 1"
    assert rows(sql) == []
    assert column("SELECT policyname FROM pg_policies WHERE cmd = 'ALL'") == set()


@pytest.mark.django_db
def test_every_policy_compares_one_column_with_one_function():
    sql = "SELECT COALESCE(qual, with_check), tablename, policyname FROM pg_policies"
    assert [row for row in rows(sql) if not is_a_policy(row[0])] == []


@pytest.mark.django_db
def test_few_functions_run_as_the_owner_and_each_looks_in_one_place():
    sql = "SELECT proname, proconfig FROM pg_proc WHERE prosecdef"
    assert {name for name, _ in rows(sql)} == AS_THE_OWNER
    assert {tuple(config) for _, config in rows(sql)} == {
        ("search_path=public, pg_temp",)
    }


@pytest.mark.django_db
def test_every_protected_table_is_remembered():
    sql = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'remember'"
    assert TABLES - column(sql) == AUDIT


@pytest.mark.django_db
def test_the_application_is_a_role_without_powers():
    sql = "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
    assert rows(f"{sql} WHERE rolname = current_user") == [(False,) * 4]
    assert column(f"SELECT 1 FROM pg_auth_members WHERE member = {ME}") == set()
    assert column(f"SELECT 1 FROM pg_class WHERE relowner = {ME}") == set()
    assert rows("SELECT has_schema_privilege('public', 'CREATE')") == [(False,)]


@pytest.mark.django_db
def test_the_application_may_delete_and_rewrite_little():
    held = "SELECT table_name FROM information_schema.table_privileges"
    held += " WHERE grantee = current_user AND privilege_type IN ({0})"
    assert column(held.format("'DELETE'")) == MAY_DELETE_FROM
    assert column(held.format("'TRUNCATE', 'TRIGGER', 'REFERENCES'")) == set()
    assert column(held.format("'UPDATE'")) == (
        {"django_session", "accounts_session"} | QUEUE | REWRITTEN  # the rest by column
    )
    assert column(held.format("'INSERT'")) & AUDIT == {
        "audit_event",
        "audit_submission",
    }
    assert UNREADABLE & column(held.format("'SELECT'")) == set()


@pytest.mark.django_db(databases=["default", "owner"])
def test_migrations_are_up_to_date():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("command", GENERATED)
def test_generated_documents_are_fresh(command):
    call_command(command, check=True)


LONGEST = 30


def length(function):
    """Lines of work: a docstring tells, it does not count."""
    told = len((ast.get_docstring(function) or "").splitlines())
    return function.end_lineno - function.lineno - told


def is_a_policy(expression):
    parts = expression.removeprefix("(").removesuffix(")").split(" AND ")
    return all(A_POLICY.fullmatch(part) for part in parts) or bool(
        A_POLICY.fullmatch(expression)
    )


def walk(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from walk(pattern.url_patterns)


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def column(sql):
    return {row[0] for row in rows(sql)}
