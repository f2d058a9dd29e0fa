"""Nothing lost, nothing twice, nobody woken, and never to one who sees no more."""

from datetime import timedelta

import pytest

from laget.children import actions as children
from laget.children.models import Guardianship, ShieldedBecause
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.messaging import outside, reaching
from laget.messaging.models import By, Message, Reach
from laget.organisation.models import Employment
from tests.messaging.conftest import ADDRESS, NOON, at, tell
from tests.threads.conftest import answer, begin

STAFF, FAMILY = Role.STAFF, Role.FAMILY
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def reach_of(user):
    with acting(user.pk, STAFF):
        return Reach.objects.get(user=user)


def test_who_has_something_new_is_told_once(sink, by_mail, holder):
    by_mail(holder)
    tell(holder)
    for minute in range(5):
        at(NOON + minute * MINUTE)
    assert [to for to, *_ in sink.letters] == [[ADDRESS]]


def test_who_has_chosen_nothing_gets_nothing(sink, noon, holder):
    tell(holder)
    at(NOON)
    assert sink.letters == []


def test_what_was_there_before_one_chose_is_not_told(sink, by_mail, holder, noon):
    tell(holder)
    by_mail(holder, STAFF)
    at(NOON + MINUTE)
    assert sink.letters == []


def test_what_comes_within_the_hour_is_gathered(sink, by_mail, holder):
    by_mail(holder)
    for minute in range(0, 121):
        if minute % 10 == 0:
            with clock.at(NOON + minute * MINUTE):
                tell(holder)
        at(NOON + minute * MINUTE)
    assert len(sink.letters) == 3, "at once, after an hour, after two"


def test_what_is_read_in_laget_is_not_told(sink, by_mail, holder):
    by_mail(holder)
    tell(holder)
    with acting(holder.pk, STAFF):
        Message.objects.update(read_at=clock.now())
    at(NOON)
    assert sink.letters == []


@pytest.mark.parametrize(
    ("comes", "told"),
    [
        ((21, 58), (21, 58)),
        ((22, 0), (7, 0)),
        ((23, 59), (7, 0)),
        ((3, 0), (7, 0)),
        ((6, 59), (7, 0)),
    ],
)
def test_nobody_is_woken(sink, by_mail, holder, comes, told):
    by_mail(holder)
    hour, minute = comes
    begins = (NOON + DAY).replace(hour=hour, minute=minute)
    with clock.at(begins):
        tell(holder)
    moment = begins
    while not sink.letters:
        at(moment)
        moment += MINUTE
    assert ((moment - MINUTE).hour, (moment - MINUTE).minute) == told


def test_night_is_night_in_norway_in_summer_too(sink, by_mail, holder):
    by_mail(holder)
    summer = NOON.replace(year=2027, month=6, hour=6, minute=30)
    with clock.at(summer):
        tell(holder)
    at(summer)
    assert sink.letters == []
    at(summer.replace(hour=7, minute=0))
    assert len(sink.letters) == 1


def test_a_mail_server_that_says_later_delays_and_loses_nothing(sink, by_mail, holder):
    by_mail(holder)
    tell(holder)
    sink.fail("later")
    tried = []
    for minute in range(40):
        before = sink.handler.asked
        at(NOON + minute * MINUTE)
        tried += [minute] * (sink.handler.asked - before)
    assert tried == [0, 1, 3, 7, 15, 25, 35], "with growing delay, at most ten minutes"
    assert sink.letters == []
    sink.fail("ok")
    for minute in range(40, 50):
        at(NOON + minute * MINUTE)
    assert len(sink.letters) == 1, "within ten minutes of its coming back"
    assert reach_of(holder).tries == 0


def test_a_mail_server_that_is_down_delays_and_loses_nothing(
    sink, by_mail, holder, nurse
):
    for person in (holder, nurse):
        by_mail(person, email=f"{person.username}@example.no")
        tell(person)
    sink.stop()
    for minute in range(30):
        at(NOON + minute * MINUTE)
    sink.start()
    for minute in range(30, 41):
        at(NOON + minute * MINUTE)
    told = sorted(to for (to,), *_ in sink.letters)
    assert told == ["holder@example.no", "nurse@example.no"]


def test_a_letter_that_may_have_arrived_is_known_by_its_name(sink, by_mail, holder):
    """The server took it and died before it said so: both copies bear one name."""
    by_mail(holder)
    tell(holder)
    sink.fail("silent")
    at(NOON)
    sink.fail("ok")
    at(NOON + MINUTE)
    at(NOON + 2 * MINUTE)
    assert len({letter["Message-ID"] for _, letter, _ in sink.letters}) == 1
    assert len(sink.letters) == 2


def test_after_three_days_it_is_given_up_and_said(sink, by_mail, holder, caplog):
    by_mail(holder)
    tell(holder)
    sink.fail("later")
    for hours in range(0, 24 * 3 + 12):
        at(NOON + hours * HOUR)
    assert reach_of(holder).gave_up_at
    said = [r.getMessage() for r in caplog.records if r.levelname == "ERROR"]
    assert said == ["A notice could not leave by mail in three days; given up."]
    sink.fail("ok")
    later = NOON + 5 * DAY
    with clock.at(later):
        tell(holder)
    at(later)
    assert len(sink.letters) == 1, "what is new after that is told as ever"
    assert reach_of(holder).gave_up_at is None


def test_a_request_that_is_undone_sends_nothing(sink, by_mail, holder):
    by_mail(holder)
    with pytest.raises(RuntimeError), acting(holder.pk, STAFF):
        tell_and_fail(holder)
    at(NOON)
    assert sink.letters == []


def tell_and_fail(user):
    from laget.messaging.models import queue

    queue("something_is_overdue", to=user)
    raise RuntimeError


def test_two_rounds_at_once_do_not_both_send(sink, by_mail, holder):
    """What one round has taken up, another leaves alone for two minutes."""
    by_mail(holder)
    tell(holder)
    with acting(holder.pk, STAFF):
        Reach.objects.update(next_at=NOON + 2 * MINUTE)
    at(NOON)
    assert sink.letters == []
    at(NOON + 2 * MINUTE)
    assert len(sink.letters) == 1


def test_the_family_is_told_of_what_the_team_writes(
    sink, by_mail, noras_log, guardian, father, holder
):
    by_mail(guardian, email="maria@example.no")
    by_mail(father, email="ivar@example.no")
    answer(begin(noras_log, guardian), holder)
    at(NOON)
    assert [to for to, *_ in sink.letters] == [["maria@example.no"]]


def test_the_end_of_a_guardianship_comes_before_the_mail(
    sink, by_mail, noras_log, nora, guardian, holder
):
    by_mail(guardian)
    answer(begin(noras_log, guardian), holder)
    with acting(holder.pk, STAFF):
        children.end_guardianship(Guardianship.objects.get(child=nora, user=guardian))
    at(NOON)
    assert sink.letters == []


def test_what_is_held_back_is_not_told(
    sink, by_mail, noras_log, nora, guardian, holder
):
    by_mail(guardian)
    talk = begin(noras_log, guardian)
    answer(talk, holder)
    with acting(holder.pk, STAFF):
        children.shield(talk, nora, because=ShieldedBecause.SAFETY, by=holder)
    at(NOON)
    assert sink.letters == []


def test_an_address_that_is_protected_changes_nothing_that_leaves(
    sink, by_mail, noras_log, nora, guardian, holder
):
    by_mail(guardian)
    talk = begin(noras_log, guardian)
    answer(talk, holder)
    at(NOON)
    with acting(holder.pk, STAFF):
        nora.protection = "strict"
        nora.save(update_fields=["protection"])
    with clock.at(NOON + 2 * HOUR):
        answer(talk, holder, "Og mer.")
    at(NOON + 2 * HOUR)
    open_one, hidden = (plain(letter) for _, letter, _ in sink.letters)
    assert open_one == hidden


def plain(letter):
    """Its own name and the hour apart."""
    own = {"Message-ID", "Date", "X-Peer", "X-MailFrom", "X-RcptTo"}
    heads = sorted((k, v) for k, v in letter.items() if k not in own)
    return heads, letter.get_content()


def test_work_that_has_ended_ends_the_mail(sink, by_mail, leader, colleague):
    by_mail(colleague)
    tell(colleague)
    with acting(leader.pk, STAFF):
        Employment.objects.filter(user=colleague).update(ended_at=clock.now())
    at(NOON)
    assert sink.letters == []


def test_nobody_reads_where_another_is_reached(by_mail, holder, nurse, guardian):
    by_mail(guardian)
    for user, hat in [(holder, STAFF), (nurse, FAMILY)]:
        with acting(user.pk, hat):
            assert not Reach.objects.exists()
            assert Reach.objects.update(email="evil@example.no") == 0
    with acting(guardian.pk, FAMILY):
        assert reaching.reach_of(guardian).email == ADDRESS


def test_one_can_choose_not_to_be_told_any_more(sink, by_mail, holder):
    by_mail(holder)
    tell(holder)
    with acting(holder.pk, STAFF):
        reaching.choose(holder, by=By.NONE)
    at(NOON)
    assert sink.letters == []


def test_without_a_mail_server_there_is_no_way_out(settings):
    settings.EMAIL_HOST = settings.SMS_URL = ""
    assert outside.ways() == []
