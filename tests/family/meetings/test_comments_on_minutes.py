"""What the family says to the minutes stands beside them, as its own words."""

import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.meetings import actions
from laget.messaging.models import Message
from laget.voices.models import Comment
from tests.meetings.made import STAFF, call, guardianship

AGREED = "Vi prøver en leksegruppe."
HERS = "Vi ble enige om to ganger i uken."


@pytest.fixture
def minutes(noras_log, nora, holder, nurse, guardian, father):
    """Both guardians and Nora were asked; the minutes are shared with all."""
    with acting(holder.pk, STAFF):
        asked = [guardianship(nora, each) for each in (guardian, father)]
        meeting = call(noras_log, holder, guardians=asked, child=True)
        written = actions.write_minutes(meeting, text=AGREED, version=0, by=holder)
        actions.share_minutes(written, by=holder)
    return written


@pytest.fixture
def said(as_family, minutes, nora, guardian):
    """Her mother has said what she thinks about them."""
    page = reverse("comment-on-record", args=[nora.pk])
    return as_family(guardian).post(f"{page}?record={minutes.pk}", {"text": HERS})


def at_home(as_family, minutes, user):
    url = reverse("our-meeting", args=[minutes.meeting_id])
    return as_family(user).get(url).text


def test_she_finds_her_words_again_beside_the_minutes(
    as_family, minutes, said, guardian
):
    assert said["Location"] == reverse("our-meeting", args=[minutes.meeting_id])
    shown = at_home(as_family, minutes, guardian)
    assert HERS in shown
    assert "Ta bort kommentaren min" in shown


def test_the_team_reads_them_on_the_meetings_page_with_her_name(
    as_user, minutes, said, nurse
):
    shown = as_user(nurse).get(reverse("staff-meeting", args=[minutes.meeting_id])).text
    assert "Kommentar fra Maria Sand" in shown
    assert HERS in shown


def test_nobody_else_at_home_reads_what_she_said(
    as_family, minutes, said, father, youth
):
    for other in (father, youth):
        shown = at_home(as_family, minutes, other)
        assert AGREED in shown
        assert HERS not in shown


def test_whoever_holds_is_told_that_there_is_something(said, minutes, holder, nurse):
    told = "the_family_has_commented_on_minutes"
    with acting(holder.pk, STAFF):
        message = Message.objects.get(template=told)
        assert message.ids == {"meeting": str(minutes.meeting_id)}
    with acting(nurse.pk, STAFF):
        assert not Message.objects.filter(template=told).exists()


def test_of_a_comment_to_a_note_too_the_holder_is_told(
    as_family, noras_log, nora, holder, guardian
):
    with acting(holder.pk, STAFF):
        entry = logs.write_entry(noras_log, text="Hun var glad i dag.", by=holder)
    page = reverse("comment-on-record", args=[nora.pk])
    as_family(guardian).post(f"{page}?record={entry.pk}", {"text": "Hjemme også."})
    with acting(holder.pk, STAFF):
        told = Message.objects.get(template="the_family_has_commented")
        assert told.ids == {"child": str(nora.pk)}


def test_taken_away_it_is_gone_for_the_team_too(
    as_family, as_user, minutes, said, guardian, nurse
):
    with acting(nurse.pk, STAFF):
        key = Comment.objects.get().pk
    as_family(guardian).post(reverse("take-comment-away", args=[key]))
    shown = as_user(nurse).get(reverse("staff-meeting", args=[minutes.meeting_id])).text
    assert HERS not in shown
