"""The walk itself: everybody asks for everything, and what they got is kept."""

from dataclasses import dataclass, field

from django.db import DatabaseError, connection, transaction

from laget.accounts.models import User
from tests.proof.extras import two_children
from tests.proof.walking import (
    AT_HOME,
    ENTIRELY_OPEN,
    NOWHERE,
    PARTS,
    Told,
    address,
    asked,
    client_of,
    names,
    noun_of,
    told,
    written,
)

METHODS = ("get", "post")
# Who ask for the other child, and for what belongs to the other municipality.
OUTSIDE = ("holder", "withdrawn", "leader", "same post", "administrator", "triage")
OUTSIDE += ("mother", "young", "guest")
TYPED = {"q": "Ola", "name": "Ola", "born_on": "17.05.2019"}


@dataclass
class Answer:
    part: str
    name: str
    method: str
    about: str  # ours, theirs or nothing
    response: Told
    wrote: set[str] = field(default_factory=set)
    statements: int = 0

    @property
    def word(self):
        return told(self.method, self.response)

    def __str__(self):
        return f"{self.part}: {self.method} {self.name} ({self.about})"


@dataclass
class Walk:
    """`marks` stand in every word about each child."""

    marks: dict[str, str]
    answers: list[Answer] = field(default_factory=list)
    without_key: list[Answer] = field(default_factory=list)
    unnoted: list[Answer] = field(default_factory=list)
    so_far: dict[str, int] = field(default_factory=dict)

    @classmethod
    def done(cls):
        block = transaction.atomic()
        block._from_testcase = True
        with block:
            people = {user.username: user for user in User.objects.all()}
            ours, theirs = two_children(people)
            marks = {"held": ours.held, "hers": ours.hers}
            walk = cls({"ours": ours.mark, "theirs": theirs.mark} | marks)
            for part, who in PARTS.items():
                client = client_of(people.get(who), at_home=part in AT_HOME)
                walk._everywhere(part, client, ours, theirs)
            walk._without_key(
                client_of(people["holder"], enforce_csrf_checks=True), ours
            )
            walk._unnoted(client_of(people["holder"]), ours)
            transaction.set_rollback(True)
        return walk

    def about(self, *children):
        return [answer for answer in self.answers if answer.about in children]

    def _everywhere(self, part, client, ours, theirs):
        for method in METHODS:
            self._newly_written()
            for name in names():
                self._ask(part, client, name, method, "ours", ours.ids)
                if part in OUTSIDE and about_somebody(name):
                    self._ask(part, client, name, method, "theirs", theirs.ids)
                    nothing = theirs.ids | {noun_of(name): NOWHERE}
                    self._ask(part, client, name, method, "nothing", nothing)

    def _ask(self, part, client, name, method, about, ids):
        with connection.execute_wrapper(count := Count()):
            response = asked(client, method, address(name, ids), TYPED)
        wrote = self._newly_written() if method == "get" else set()
        answer = Answer(part, name, method, about, response, wrote, count.statements)
        self.answers.append(answer)

    def _newly_written(self):
        """The tables written since it was last asked, undone or not."""
        before, self.so_far = self.so_far, written()
        return {table for table, n in self.so_far.items() if n != before.get(table)}

    def _without_key(self, client, ours):
        for name in names():
            response = asked(client, "post", address(name, ours.ids))
            self.without_key.append(Answer("holder", name, "post", "ours", response))

    def _unnoted(self, client, ours):
        """The log cannot be written; every page that was shown is asked for again."""
        shown = [
            seen.name
            for seen in self.about("ours")
            if (seen.part, seen.method) == ("holder", "get")
            if seen.response.status_code == 200 and about_somebody(seen.name)
        ]
        for name in shown:
            with connection.execute_wrapper(no_log):
                response = asked(client, "get", address(name, ours.ids))
            self.unnoted.append(Answer("holder", name, "get", "ours", response))


def about_somebody(name):
    return noun_of(name) not in ("", *ENTIRELY_OPEN)


class Count:
    """How often the database was asked something: savepoints and settings aside."""

    statements = 0

    def __call__(self, execute, sql, params, many, context):
        self.statements += sql.startswith(("SELECT", "INSERT", "UPDATE"))
        return execute(sql, params, many, context)


def no_log(execute, sql, params, many, context):
    if sql.startswith('INSERT INTO "audit_event"'):
        raise DatabaseError("the log cannot be written")
    return execute(sql, params, many, context)
