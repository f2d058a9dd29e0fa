"""Every message in plain words: that there is something, and where.

None holds a word about a child. Its name is shown beside, to those who may still know.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """What a message says, and which page it leads to, by which of its ids.

    `family` is one to the family, which leads to a page of theirs: at work nobody sees
    what they are told at home, and the other way.
    """

    text: str | Promise
    page: str
    key: str = ""
    icon: str = "bell"
    family: bool = False

    @property
    def about(self) -> str:
        """The id in the message that the page is found by."""
        return self.key.removesuffix("_id")


WORDS = {
    "a_log_is_offered_to_you": Words(
        _("You are asked to take over a follow-up."),
        *("handover", "handover_id", "handover"),
    ),
    "your_log_was_taken_over": Words(
        _("The follow-up has been taken over. You no longer hold it."),
        *("handover", "handover_id", "handover"),
    ),
    "your_log_is_still_yours": Words(
        _("Somebody said no to taking over. You hold the follow-up as before."),
        *("handover", "handover_id", "handover"),
    ),
    "an_offer_was_taken_back": Words(
        _("You are no longer asked to take over a follow-up."), "day", "", "handover"
    ),
    "you_are_on_a_team": Words(
        _("You have been invited to the team around a child."),
        *("log", "log_id", "people"),
    ),
    "a_concern_is_shared_with_you": Words(
        _("A colleague wants you to think along about a concern."),
        *("concern", "concern_id", "pencil"),
    ),
    "a_concern_is_yours": Words(
        _("A concern has been passed on to you. It is yours now."),
        *("concern", "concern_id", "pencil"),
    ),
    "your_concern_was_taken_over": Words(
        _("A colleague has taken over your concern while you are away."),
        *("concern", "concern_id", "pencil"),
    ),
    "a_concern_has_no_owner": Words(
        _("The owner of a concern has left. Pass it on."),
        *("pass-on-concern", "concern_id", "warning"),
    ),
    "a_log_was_closed": Words(
        _("A follow-up you took part in has been closed."),
        *("log", "log_id", "archive"),
    ),
    "you_see_it_no_more": Words(
        _("The family has taken back its consent. You no longer see the follow-up."),
        *("day", "", "consent"),
    ),
    "a_team_is_asked": Words(
        _("Your team has been asked a question about a child without a name."),
        *("discussion", "discussion_id", "question"),
    ),
    "a_team_has_answered": Words(
        _("A team has answered your question."),
        *("discussion", "discussion_id", "speech"),
    ),
    "emergency_access_was_used": Words(
        _("Somebody has used emergency access. See who and why."),
        *("who-looked", "child_id", "warning"),
    ),
    "a_consent_runs_out": Words(
        _("A consent runs out soon. Ask the family again in good time."),
        *("consents", "child_id", "consent"),
    ),
    "a_consent_has_run_out": Words(
        _("A consent has run out. The service no longer sees anything."),
        *("consents", "child_id", "consent"),
    ),
    "something_is_overdue": Words(
        _("Something you are to do is overdue."), "day", "", "clock"
    ),
    "work_in_your_unit_is_long_overdue": Words(
        _("Something in your unit has been overdue for more than a week."),
        *("unit", "", "clock"),
    ),
    "you_are_written_down_as_away": Words(
        _("You are written down as away. What you hold may be handed on meanwhile."),
        *("day", "", "clock"),
    ),
    "a_log_is_left_lying": Words(
        _("A follow-up has nobody to hold it. Hand it on."),
        *("hand-on", "log_id", "warning"),
    ),
    "someone_asks_for_help": Words(
        _("Somebody has asked the municipality for help."),
        *("help-request", "helprequest_id", "speech"),
    ),
    "a_unit_is_asked_to_help": Words(
        _("Your unit is asked to take a request for help."),
        *("help-request", "helprequest_id", "handover"),
    ),
    "a_request_was_accepted": Words(
        _("A request for help that you sent on has been accepted."),
        *("requests", "", "check-circle"),
    ),
    "a_request_was_returned": Words(
        _("A request for help was sent back to you, with a reason."),
        *("help-request", "helprequest_id", "undo"),
    ),
    "a_request_is_overdue": Words(
        _("Somebody who asked for help still waits, and the day has passed."),
        *("help-request", "helprequest_id", "clock"),
    ),
    "you_are_asked_for_consent": Words(
        _("You are asked for consent."),
        *("our-consents", "child_id", "consent"),
        family=True,
    ),
    "please_answer_about_consent": Words(
        _("We wait for your answer about a consent. You may say yes or no."),
        *("our-consents", "child_id", "consent"),
        family=True,
    ),
    "your_consent_runs_out": Words(
        _("A consent you have given runs out soon."),
        *("our-consents", "child_id", "consent"),
        family=True,
    ),
    "your_consent_has_run_out": Words(
        _("A consent you have given has run out."),
        *("our-consents", "child_id", "consent"),
        family=True,
    ),
    "a_consent_has_changed": Words(
        _("A consent has changed. See how it is now."),
        *("our-consents", "child_id", "consent"),
        family=True,
    ),
    "the_family_has_answered": Words(
        _("The family has answered about a consent."),
        *("consents", "child_id", "consent"),
    ),
    "the_family_wants_to_be_asked": Words(
        _("The family wants to be asked for consent again."),
        *("consents", "child_id", "consent"),
    ),
    "a_guardian_was_added": Words(
        _("Another guardian has been added."), *("family", "", "people"), family=True
    ),
    "the_team_has_written": Words(
        _("You have a new message."),
        *("thread", "thread_id", "envelope"),
        family=True,
    ),
    "the_family_has_written": Words(
        _("There is a new message between a family and the team."),
        *("staff-thread", "thread_id", "envelope"),
    ),
    "a_family_wonders": Words(
        _("A family wonders why somebody has looked. You are to find out."),
        *("inquiry", "inquiry_id", "eye"),
    ),
    "a_correction_is_asked": Words(
        _("A family says that something written is not right."),
        *("inquiry", "inquiry_id", "pencil"),
    ),
    "a_family_waits": Words(
        _("A family waits for your answer, and the day is near."),
        *("inquiry", "inquiry_id", "clock"),
    ),
    "a_family_has_waited_too_long": Words(
        _("A family still waits for an answer, and the day has passed."),
        *("inquiry", "inquiry_id", "clock"),
    ),
    "families_wait_too_long_for_answers": Words(
        _("A family has waited too long for an answer about its data."),
        *("administration", "", "clock"),
    ),
    "nobody_answers_families": Words(
        _("A family asks about its data, and no data protection officer is appointed."),
        *("administration", "", "warning"),
    ),
    "your_question_is_answered": Words(
        _("You have been answered."),
        *("our-inquiry", "inquiry_id", "speech"),
        family=True,
    ),
    "a_child_has_spoken": Words(
        _("A child has told the team something, in words of its own."),
        *("child", "child_id", "speech"),
    ),
    "a_need_was_said": Words(
        _("Somebody in a family has written what they need to understand."),
        *("child", "child_id", "speech"),
    ),
    "the_family_has_commented": Words(
        _("Somebody in a family has written a comment to what is written."),
        *("child", "child_id", "speech"),
    ),
    "the_family_has_commented_on_minutes": Words(
        _("Somebody in a family has written a comment to the minutes of a meeting."),
        *("staff-meeting", "meeting_id", "speech"),
    ),
    "requests_for_help_wait_too_long": Words(
        _("Somebody who asked for help has waited too long in your unit."),
        *("requests", "", "clock"),
    ),
    "a_meeting_is_called": Words(
        _("You are asked to a meeting."),
        *("staff-meeting", "meeting_id", "calendar"),
    ),
    "our_meeting_is_called": Words(
        _("You are asked to a meeting."),
        *("our-meeting", "meeting_id", "calendar"),
        family=True,
    ),
    "a_meeting_is_moved": Words(
        _("A meeting you are asked to has been changed."),
        *("staff-meeting", "meeting_id", "calendar"),
    ),
    "our_meeting_is_moved": Words(
        _("A meeting you are asked to has been changed."),
        *("our-meeting", "meeting_id", "calendar"),
        family=True,
    ),
    "a_meeting_is_called_off": Words(
        _("A meeting you were asked to is called off."),
        *("staff-meeting", "meeting_id", "calendar"),
    ),
    "our_meeting_is_called_off": Words(
        _("A meeting you were asked to is called off."),
        *("our-meeting", "meeting_id", "calendar"),
        family=True,
    ),
    "a_meeting_is_not_yours": Words(
        _("You are not asked to a meeting any more."),
        *("day", "", "calendar"),
    ),
    "our_meeting_is_not_yours": Words(
        _("You are not asked to a meeting any more."),
        *("family", "", "calendar"),
        family=True,
    ),
    "a_meeting_has_minutes": Words(
        _("Minutes of a meeting are shared with you."),
        *("staff-meeting", "meeting_id", "file"),
    ),
    "our_meeting_has_minutes": Words(
        _("Minutes of a meeting are shared with you."),
        *("our-meeting", "meeting_id", "file"),
        family=True,
    ),
    "a_meeting_is_answered": Words(
        _("Somebody has answered about a meeting."),
        *("staff-meeting", "meeting_id", "calendar"),
    ),
    "a_guest_is_let_in": Words(
        _("A guest is let in to a meeting or a form."),
        *("our-meetings", "child_id", "person"),
        family=True,
    ),
    "a_seat_is_taken": Words(
        _("A guest has used the link."),
        *("log-meetings", "log_id", "person"),
    ),
}

TO_FAMILY = sorted(name for name, words in WORDS.items() if words.family)
TO_STAFF = sorted(name for name, words in WORDS.items() if not words.family)
