"""Is the application's database role as powerless as it must be?"""

from typing import Any

POWERS = """
SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
FROM pg_roles WHERE rolname = current_user
"""
NAMES = ("SUPERUSER", "BYPASSRLS", "CREATEROLE", "CREATEDB", "REPLICATION")
GROUPS = """
SELECT roleid::regrole::text FROM pg_auth_members
WHERE member = current_user::regrole ORDER BY 1
"""
OWNED = """
SELECT count(*) FROM pg_class
WHERE relowner = current_user::regrole AND relkind IN ('r', 'p', 'v', 'm', 'S')
"""
TRUNCATES = """
SELECT count(*) FROM pg_class
WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
AND has_table_privilege(current_user, oid, 'TRUNCATE')
"""
MAKES = "SELECT has_schema_privilege(current_user, 'public', 'CREATE')"
OPEN = """
SELECT name FROM unnest(%s::text[]) AS name
WHERE to_regclass(name) IS NOT NULL AND NOT row_security_active(to_regclass(name))
"""
MISSING = "SELECT name FROM unnest(%s::text[]) AS name WHERE to_regclass(name) IS NULL"


def refusals(cursor: Any, protected: list[str]) -> list[str]:
    """Why nothing may begin as this role: all of it, in words.

    `protected` names the tables that row security must hold it back from.
    """
    powers = cursor.execute(POWERS).fetchone()
    why = [f"it has {name}" for name, has in zip(NAMES, powers, strict=True) if has]
    why += [f"it is a member of {group}" for (group,) in _all(cursor, GROUPS)]
    if owned := _one(cursor, OWNED):
        why.append(f"it owns {owned} tables")
    if truncates := _one(cursor, TRUNCATES):
        why.append(f"it may TRUNCATE {truncates} tables")
    if _one(cursor, MAKES):
        why.append("it may make tables")
    if exposed := _names(cursor, OPEN, protected):
        why.append(f"open to it: {exposed}")
    if missing := _names(cursor, MISSING, protected):
        why.append(f"not there, until ./laget manage migrate has run: {missing}")
    return why


def _names(cursor: Any, query: str, protected: list[str]) -> str:
    return ", ".join(name for (name,) in _all(cursor, query, protected))


def _one(cursor: Any, query: str) -> Any:
    return cursor.execute(query).fetchone()[0]


def _all(cursor: Any, query: str, *values: object) -> list[Any]:
    found: list[Any] = cursor.execute(query, values).fetchall()
    return found
