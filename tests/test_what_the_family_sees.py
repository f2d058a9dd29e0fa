"""What the family, a guest and the data-protection officer see, by the database."""

from datetime import timedelta
from hashlib import sha256

import pytest

from laget.children import actions as children
from laget.children.models import Guardianship, ShieldedBecause
from laget.inquiries.models import About, Inquiry
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Entry
from laget.meetings.models import AgendaItem, Invitation, Meeting, Minutes, Seat
from laget.threads.models import Party, Post, Receipt, Thread
from laget.voices.models import Comment, Experience, Voice
from tests.cast import in_days, job_of, make_consent, make_log
from tests.seen import rows, tables_with_rows

STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST
LOG = {"logs_log", "logs_participation", "logs_goal", "logs_entry"}
CHILD = {"children_child", "children_guardianship", "consents_consent"}
OURS = CHILD | LOG | {"audit_event", "consents_answer"}
MEETING = {"meetings_meeting", "meetings_invitation", "meetings_agendaitem"}
MINUTES = {"meetings_minutes"}
THREAD = {"threads_thread", "threads_party", "threads_post", "threads_receipt"}
HERS = {"voices_voice", "voices_experience", "children_shield"}
MAIL = {"messaging_message"}
SIGHT = [
    (
        *("holder", STAFF),
        OURS
        | MEETING
        | MINUTES
        | THREAD
        | {"voices_voice", "voices_comment", "children_shield", "meetings_seat"}
        | {"audit_history", "inquiries_inquiry"},
    ),
    # of what is not right the holder hears, and the data-protection officer
    (
        *("nurse", STAFF),
        OURS
        | MEETING
        | MINUTES
        | THREAD
        | MAIL
        | {"voices_voice", "voices_comment", "children_shield", "meetings_seat"}
        | {"audit_history"},
    ),
    ("colleague", STAFF, set()),
    ("stranger", STAFF, set()),
    ("privacy", STAFF, {"children_child", "inquiries_inquiry"}),
    # invited to the meeting, in the thread; asked what she wonders about, commented
    (
        *("guardian", FAMILY),
        OURS
        | MEETING
        | MINUTES
        | THREAD
        | MAIL
        | {"voices_comment", "inquiries_inquiry", "meetings_seat"},
    ),
    # sees the plan, and was neither invited nor written to
    ("father", FAMILY, OURS | MAIL),
    # hers is the voice; the thread and the meeting are her mother's and the team's
    ("youth", FAMILY, OURS | HERS),
    ("barred", FAMILY, set()),
    ("doctor", GUEST, {"children_child", "meetings_seat"} | MEETING),
    # the wrong hat
    ("doctor", FAMILY, set()),
    ("guardian", GUEST, set()),
    ("guardian", STAFF, set()),
    ("holder", FAMILY, set()),
]


@pytest.fixture
def told(noras_log, nora, holder, nurse, guardian, father, youth, doctor):
    """Nora's log with a row in each of the family's tables."""
    mother = guardianship(nora, guardian, holder)
    with acting(holder.pk, STAFF):
        logs.set_goal(noras_log, text="Ro", owner=holder, next_on=in_days(60))
        for text in ("Vi ser at det går bedre.", "Hun sa noe i fortrolighet."):
            logs.write_entry(noras_log, text=text, by=holder)
        shield_latest(nora, noras_log, holder)
        meeting = a_meeting(noras_log, mother, holder)
        thread = a_thread(noras_log, mother, holder)
        a_seat(nora, noras_log, meeting, doctor, holder)
    with acting(guardian.pk, FAMILY):
        post = Post.objects.get(thread=thread)
        Receipt.objects.create(post=post, person=guardian)
        Comment.objects.create(
            child=nora, record=noras_log.pk, text="Slik så vi det", by=guardian
        )
        ask(nora, About.LOOKED, guardian, person=nurse.pk, day=clock.today())
        ask(nora, About.CORRECTION, guardian, record=noras_log.pk)
    with acting(youth.pk, FAMILY):
        Voice.objects.create(
            child=nora, written_by=youth, say="Jeg vil ...", shared_at=clock.now()
        )
        felt = {name: "yes" for name in ("heard", "helped", "kept")}
        Experience.objects.create(log=noras_log, record=noras_log.pk, by=youth, **felt)
    with acting(doctor.pk, GUEST):
        rows(f"SELECT take_seat('{sha256(b'link').hexdigest()}')")
    return noras_log


def guardianship(child, user, by):
    with acting(by.pk, STAFF):
        return Guardianship.objects.get(child=child, user=user)


def shield_latest(child, log, by):
    entry = Entry.objects.filter(log=log).latest("written_at")
    because = ShieldedBecause.CONFIDENCE
    children.shield(entry, child, because=because, by=by)


def a_meeting(log, mother, by):
    start = clock.now() + timedelta(days=7)
    meeting = Meeting.objects.create(
        log=log,
        called_by=by,
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        why="Evaluering",
    )
    Invitation.objects.create(meeting=meeting, guardian=mother)
    Invitation.objects.create(meeting=meeting, employment=job_of(by))
    AgendaItem.objects.create(meeting=meeting, text="Friminutt", by=by)
    Minutes.objects.create(
        meeting=meeting, text="Enige.", written_by=by, shared_at=clock.now()
    )
    return meeting


def a_thread(log, mother, by):
    thread = Thread.objects.create(log=log, subject="Turen", started_by=by)
    Party.objects.create(thread=thread, guardian=mother)
    Post.objects.create(thread=thread, text="Hei!", by=by, as_family=False)
    return thread


def a_seat(child, log, meeting, doctor, by):
    Seat.objects.create(
        child=child,
        log=log,
        meeting=meeting,
        name="Hanne Bru",
        part="fastlege",
        link_hash=sha256(b"link").hexdigest(),
        given_by=by,
        until=clock.now() + timedelta(days=8),
    )


def ask(child, kind, by, **about):
    Inquiry.objects.create(
        child=child,
        municipality=child.municipality,
        kind=kind,
        text="Jeg undres",
        by=by,
        answer_by=in_days(30),
        **about,
    )


@pytest.mark.parametrize("who, role, tables", SIGHT)
def test_each_sees_what_is_theirs_and_no_more(request, told, who, role, tables):
    with acting(request.getfixturevalue(who).pk, role):
        seen = tables_with_rows()

    assert seen == tables


def test_what_is_shielded_leaves_no_trace_with_a_guardian(told, guardian, youth):
    asked = [
        "SELECT count(*) FROM logs_entry",
        "SELECT count(*) FROM audit_event WHERE action IN"
        " ('entry.written', 'child.shielded')",
    ]
    with acting(guardian.pk, FAMILY):
        mothers = [rows(sql)[0][0] for sql in asked]
    with acting(youth.pk, FAMILY):
        hers = [rows(sql)[0][0] for sql in asked]

    assert (mothers, hers) == ([1, 1], [2, 3])


def test_a_guardian_who_comes_later_sees_nothing_that_was_held_back(
    nora, noras_log, holder, father, doctor
):
    with acting(holder.pk, STAFF):
        entry = logs.write_entry(noras_log, text="Om far", by=holder)
        fathers = Guardianship.objects.get(child=nora, user=father)
        because = ShieldedBecause.SAFETY
        children.shield(entry, nora, from_=fathers, because=because, by=holder)
        children.end_guardianship(fathers)
        children.add_guardian(nora, name="Ivar Sand", user=father)
        children.add_guardian(nora, name="Hanne Bru", user=doctor)

    for who in (father, doctor):
        with acting(who.pk, FAMILY):
            assert rows("SELECT * FROM logs_log") != []
            assert rows("SELECT * FROM logs_entry") == []


def test_until_help_has_begun_or_something_is_asked_nobody_finds_that_they_are_known(
    nora, nurse, holder, guardian, youth
):
    for who in (guardian, youth):
        with acting(who.pk, FAMILY):
            assert tables_with_rows() == set()

    with acting(holder.pk, STAFF):
        make_consent(nora, job_of(nurse).unit.service, by=holder)
    for who in (guardian, youth):
        with acting(who.pk, FAMILY):
            assert rows("SELECT * FROM children_child") != []


def test_guardians_see_until_the_age_and_the_young_person_from_theirs(
    nora, noras_log, guardian, youth
):
    def sees(who, age):
        then = nora.born_on.replace(year=nora.born_on.year + age)
        moments = {"before": then - timedelta(days=1), "after": then}
        return {when: _sees_on(who, day) for when, day in moments.items()}

    assert sees(youth, 13) == {"before": False, "after": True}
    assert sees(guardian, 18) == {"before": True, "after": False}
    assert sees(youth, 18) == {"before": True, "after": True}


def _sees_on(who, day):
    moment = clock.now().replace(year=day.year, month=day.month, day=day.day)
    with clock.at(moment), acting(who.pk, FAMILY):
        return rows("SELECT * FROM logs_log") != []


def test_a_service_let_in_from_now_on_sees_nothing_from_before(
    nora, holder, nurse, adviser
):
    with acting(holder.pk, STAFF):
        log = make_log(nora, holder, nurse)
        logs.write_entry(log, text="Før", by=holder)
        consent = make_consent(nora, job_of(adviser).unit.service, by=holder)
        consent.earlier = False
        consent.save(update_fields=["earlier"])
        logs.invite(log, employment=job_of(adviser))
    later = clock.now() + timedelta(minutes=1)
    with clock.at(later), acting(holder.pk, STAFF):
        logs.write_entry(log, text="Etter", by=holder)

    seen = {}
    for who in (nurse, adviser):
        with clock.at(later), acting(who.pk, STAFF):
            seen[who.username] = {e[0] for e in rows("SELECT text FROM logs_entry")}
            written = rows("SELECT * FROM audit_event WHERE action = 'entry.written'")
            assert len(written) == len(seen[who.username])
    assert seen == {"nurse": {"Før", "Etter"}, "adviser": {"Etter"}}


def test_a_chair_is_taken_once_and_ends_when_it_ends(told, doctor, stranger):
    link = sha256(b"link").hexdigest()
    with acting(stranger.pk, GUEST):
        assert rows(f"SELECT take_seat('{link}')") == [(None,)]
        assert tables_with_rows() == set()
    after = clock.now() + timedelta(days=8, seconds=1)
    with clock.at(after), acting(doctor.pk, GUEST):
        assert tables_with_rows() == set()
