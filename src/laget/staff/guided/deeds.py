"""What the software does for a step of any guide; its own words where one is silent."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from laget.guide.models import Step, Verb

BUTTONS = {
    Verb.SHARE: _("Share with a colleague or your leader"),
    Verb.WRITE_CONCERN: _("Write it down"),
    Verb.ASK_TEAM: _("Ask a team without names"),
    Verb.TALK_WITH_GUARDIANS: _("Prepare the conversation"),
    Verb.DECIDE: _("Sum up and decide"),
    Verb.REPORT: _("Report to child welfare"),
    Verb.ASK_CONSENT: _("Ask for consent"),
    Verb.OPEN_LOG: _("Open the follow-up"),
    Verb.AGREE_GOALS: _("Agree on goals"),
    Verb.REVIEW: _("Evaluate"),
    Verb.RAISE_LEVEL: _("Change the level"),
    Verb.HAND_OVER: _("Hand over to another"),
    Verb.CLOSE: _("Close the log"),
}
TITLES = {
    Verb.WRITE_CONCERN: _("Write down what you have noticed"),
    Verb.TALK_WITH_GUARDIANS: _("Talk with the guardians"),
    Verb.DECIDE: _("Sum up and decide"),
    Verb.REPORT: _("Report to child welfare"),
    Verb.ASK_CONSENT: _("Ask the family for consent"),
    Verb.OPEN_LOG: _("Open the follow-up"),
    Verb.AGREE_GOALS: _("Agree on goals, and on who does what"),
    Verb.REVIEW: _("See whether it helps"),
    Verb.RAISE_LEVEL: _("Decide what happens next"),
    Verb.CLOSE: _("Close, and say who follows on"),
}


@dataclass(frozen=True)
class Now:
    """What is to be done now; `step` is the guide's own, if it has one for it."""

    verb: Verb
    step: Step | None = None

    @property
    def title(self) -> str:
        return self.step.title if self.step else str(TITLES[self.verb])

    @property
    def deed(self) -> str:
        """What its button says."""
        return str(BUTTONS[self.verb])
