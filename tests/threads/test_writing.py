"""Words that are sent stay as they were, until their writer takes them back."""

import pytest
from django.db import DatabaseError, transaction

from laget.audit.models import History
from laget.children.models import Child
from laget.concerns.models import Heard
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Closed, Log
from laget.messaging.models import Message
from laget.threads import actions, people, reading
from laget.threads.models import Party, Post, Receipt, Thread
from tests.threads.conftest import answer, begin, words

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def read(thread, user, hat):
    """Open its page, as `user`."""
    with acting(user.pk, hat):
        thread = Thread.objects.get(pk=thread.pk)
        shown = reading.posts(thread, user, [], as_family=hat is FAMILY)
        actions.mark_read(thread, [one.post for one in shown], by=user)


def read_by(thread, user, hat):
    with acting(user.pk, hat):
        thread = Thread.objects.get(pk=thread.pk)
        shown = reading.posts(thread, user, [], as_family=hat is FAMILY)
        return [[each.name for each in one.read_by] for one in shown]


def notices(user, hat=FAMILY):
    with acting(user.pk, hat):
        told = Message.objects.filter(template__endswith="has_written")
        return [(m.template, m.read_at is not None) for m in told]


def test_it_is_shown_who_has_read_a_message_and_each_once(
    talk, guardian, holder, nurse
):
    assert read_by(talk, guardian, FAMILY) == [[]]
    for _ in range(2):
        read(talk, holder, STAFF)
        read(talk, nurse, STAFF)
    assert sorted(read_by(talk, guardian, FAMILY)[0]) == ["Kari Lund", "Ola Dahl"]


def test_nobody_reads_their_own_message(talk, guardian):
    read(talk, guardian, FAMILY)
    assert read_by(talk, guardian, FAMILY) == [[]]


def test_nobody_can_say_that_another_has_read_it(talk, holder, nurse):
    with acting(holder.pk, STAFF):
        post = Post.objects.get()
        with pytest.raises(DatabaseError), transaction.atomic():
            Receipt(post=post, person=nurse).save(force_insert=True)


def test_taken_back_the_words_are_gone_for_everyone_and_in_the_history(
    talk, guardian, holder
):
    with acting(guardian.pk, FAMILY):
        actions.recall(Post.objects.get())
    assert (words(guardian), words(holder, STAFF)) == ([""], [""])
    with acting(holder.pk, STAFF):
        kept = [f"{line.before}{line.after}" for line in History.objects.all()]
        assert not [line for line in kept if "sover" in line]
        assert Post.objects.get().recalled_at


def test_only_the_writer_takes_it_back_and_only_once(talk, guardian, holder):
    with acting(holder.pk, STAFF), transaction.atomic():
        post = Post.objects.get()
        changed = Post.objects.filter(pk=post.pk).update(
            text="", recalled_at=clock.now()
        )
        assert changed == 0
    with acting(guardian.pk, FAMILY):
        actions.recall(Post.objects.get())
        with pytest.raises(RuleBroken):
            actions.recall(Post.objects.get())


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Hun sover godt."},
        {"text": ""},
        {"text": "Noe annet", "recalled_at": clock.now()},
    ],
)
def test_words_that_are_sent_are_not_rewritten(talk, guardian, change):
    with acting(guardian.pk, FAMILY):
        mine = Post.objects.filter(by=guardian)
        with pytest.raises(DatabaseError), transaction.atomic():
            mine.update(**change)


def test_what_is_taken_back_is_not_brought_back(talk, guardian):
    with acting(guardian.pk, FAMILY):
        actions.recall(Post.objects.get())
        with pytest.raises(DatabaseError, match="post"), transaction.atomic():
            Post.objects.update(text="Likevel", recalled_at=None)


@pytest.mark.parametrize("as_family", [True, False])
def test_a_message_wears_its_writers_hat(talk, guardian, holder, as_family):
    user, hat = (holder, STAFF) if as_family else (guardian, FAMILY)
    with acting(user.pk, hat):
        post = Post(thread=talk, text="x", by=user, as_family=as_family)
        with pytest.raises(DatabaseError, match="post"), transaction.atomic():
            post.save(force_insert=True)


def test_nobody_writes_in_anothers_name(talk, guardian, holder):
    with acting(guardian.pk, FAMILY):
        post = Post(thread=talk, text="x", by=holder, as_family=True)
        with pytest.raises(DatabaseError), transaction.atomic():
            post.save(force_insert=True)


def test_the_team_does_not_write_to_nobody(noras_log, holder):
    with pytest.raises(RuleBroken):
        begin(noras_log, holder, hat=STAFF)
    with acting(holder.pk, STAFF):
        alone = Thread(log=noras_log, subject="x", started_by=holder)
        alone.save(force_insert=True)
        post = Post(thread=alone, text="x", by=holder, as_family=False)
        with pytest.raises(DatabaseError, match="post"), transaction.atomic():
            post.save(force_insert=True)


def test_in_a_closed_log_it_is_read_and_not_written(talk, noras_log, guardian, holder):
    answer(talk, holder)
    with acting(holder.pk, STAFF):
        log = Log.objects.get(pk=noras_log.pk)
        logs.close(
            log,
            why=Closed.GOALS_REACHED,
            text="",
            child_words="Fint.",
            heard=Heard.TALK,
            guardian_words="",
            follows_on="Skolen",
            results={},
            by=holder,
        )
    assert words(guardian) == ["Hun sover dårlig.", "Vi tar det opp."]
    with acting(guardian.pk, FAMILY):
        thread = Thread.objects.get()
        with pytest.raises(RuleBroken):
            actions.write(thread, text="x", by=guardian, as_family=True)
        post = Post(thread=thread, text="x", by=guardian, as_family=True)
        with pytest.raises(DatabaseError, match="post"), transaction.atomic():
            post.save(force_insert=True)
    with acting(guardian.pk, FAMILY):
        actions.recall(Post.objects.filter(by=guardian).get())


def test_those_in_it_are_told_once_and_the_writer_is_not(
    noras_log, guardian, father, youth, holder, nurse
):
    talk = begin(noras_log, guardian, whom=[father])
    assert notices(father) == [("the_team_has_written", False)]
    assert notices(holder, STAFF) == [("the_family_has_written", False)]
    assert (notices(guardian), notices(youth)) == ([], [])
    read(talk, father, FAMILY)
    assert notices(father) == [("the_team_has_written", True)]
    assert notices(nurse, STAFF) == [("the_family_has_written", False)]


def test_the_books_say_that_it_was_written_and_nothing_of_what(talk, holder):
    with acting(holder.pk, STAFF):
        child = Child.objects.get(pk=talk.log.child_id)
        kept = History.objects.filter(subject=child.pk)
        assert "sover" not in "".join(f"{line.after}" for line in kept)
        assert Party.objects.count() == 1
        assert [one.name for one in people.family_in(talk)] == ["Maria Sand"]
