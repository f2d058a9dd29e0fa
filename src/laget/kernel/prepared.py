"""A question that a busy page asks again and again, turned into SQL only once.

Django builds and compiles a query anew each time, which costs many times what it costs
to ask it; and PostgreSQL reads and plans it anew. What is asked does not change from
one child to the next: only the keys do.

    @prepared
    def goals(log: UUID) -> QuerySet[Goal]:
        return Goal.objects.filter(log=log).order_by("set_at")

    goals(log=log.pk)  # a list, as `list(...)` of the query set would be
"""

import re
from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, UUIDField, Value
from psycopg.sql import Literal

from laget.kernel import planned

Build = Callable[..., QuerySet[Any, Any]]
FIRST = datetime(1, 1, 2, tzinfo=UTC)  # no moment of ours: it stands for one


class Prepared:
    """Asks what `build` describes, as it was compiled the first time.

    Keys (UUID), lists of keys, days and moments are filled in. Any other value is
    part of the question's shape, and each shape is compiled for itself. Whatever else
    the query set has worked out from the person, the day or the hour cannot be: then
    ValueError, at the first asking.
    """

    def __init__(self, build: Build) -> None:
        self.build = build
        self.shapes: dict[tuple[Any, ...], Compiled] = {}

    def __call__(self, **values: Any) -> list[Any]:
        shape = tuple((name, _shape(value)) for name, value in values.items())
        compiled = self.shapes.get(shape)
        if compiled is None:
            marks = {name: _mark(name, value) for name, value in values.items()}
            compiled = self.shapes[shape] = Compiled(self.build(**marks), marks)
        return compiled.ask(values)


def prepared(build: Build) -> Prepared:
    """Compile what the function describes once for each process."""
    return Prepared(build)


class Compiled:
    """One shape: the SQL with all that stays the same, and the keys in their order."""

    def __init__(self, found: QuerySet[Any, Any], marks: dict[str, Any]) -> None:
        self.found = found
        self.compiler: Any = found.query.get_compiler(connection=connection)
        sql, params = self.compiler.as_sql()
        filled = {repr(mark): name for name, mark in marks.items() if _is_key(mark)}
        names = [filled.get(repr(param), "") for param in params]
        for name, param in zip(names, params, strict=True):
            if _is_key(param) and not name:
                raise ValueError(f"{param!r} would be the same for everybody")
        self.names = [name for name in names if name]
        self.sql = _with_constants(sql, [*zip(names, params, strict=True)])
        columns = [column for column, *_ in self.compiler.select]
        converters = self.compiler.get_converters(columns[: self.compiler.col_count])
        self.compiler.get_converters = lambda _: converters

    def ask(self, values: dict[str, Any]) -> list[Any]:
        with planned.cursor() as cursor:
            cursor.execute(self.sql, [values[name] for name in self.names])
            rows = cursor.fetchall()
        compiler = copy(self.compiler)
        compiler.connection = connection
        if compiler.has_extra_select:  # what it is only ordered by
            rows = [row[: compiler.col_count] for row in rows]
        compiler.execute_sql = lambda *_, **__: [rows]
        asked: Any = self.found.all()
        asked.query.get_compiler = lambda *_, **__: compiler
        return list(asked)


def _with_constants(sql: str, params: list[tuple[str, Any]]) -> str:
    """The SQL with `%s` where a key is filled in, and all else written out."""
    connection.ensure_connection()
    rest = iter(params)

    def write(found: re.Match[str]) -> str:
        name, value = ("%", "") if found[0] == "%%" else next(rest)
        if name:
            return found[0]
        return Literal(value).as_string(connection.connection).replace("%", "%%")

    return re.sub("%%|%s", write, sql)


def any_of(name: str, keys: list[UUID]) -> Func:
    """`filter(any_of("pk", keys))`: `pk__in`, one parameter however many they are."""
    return Func(
        F(name),
        Value(keys, ArrayField(UUIDField())),
        template="%(expressions)s)",
        arg_joiner=" = ANY(",
        output_field=BooleanField(),
    )


def _is_key(value: object) -> bool:
    return isinstance(value, UUID | date | list)


def _shape(value: Any) -> Any:
    return type(value) if _is_key(value) else value


def _mark(name: str, value: Any) -> Any:
    """What stands in for the value while the question is compiled."""
    mark = uuid5(NAMESPACE_OID, name)
    if isinstance(value, list):
        return [mark]
    if isinstance(value, datetime):
        return FIRST.replace(microsecond=mark.int % 1_000_000)
    if isinstance(value, date):
        return date.fromordinal(1 + mark.int % 30_000)
    return mark if isinstance(value, UUID) else value
