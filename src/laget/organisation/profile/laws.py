"""The law library: a common part's provisions, with the version that applies."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.models import Standing
from laget.organisation.profile.declaring import Section, declare
from laget.organisation.profile.fields import Choice, Day, Link, Text, Yes
from laget.organisation.profile.ordering import ordered
from laget.organisation.profile.writing import share_laws

LAWS = declare(
    Section(
        name="laws",
        share=share_laws,
        checks=(ordered("laws", "valid_from", "valid_until"),),
        file="laws.toml",
        title=_("Law library"),
        about=_("Provisions as our overview has them: references, never advice."),
        key="key",
        order=0,
        fields=(
            Text("key", _("Key"), required=True, longest=60),
            Text("act", _("Act"), required=True, longest=150),
            Text("section", _("Section"), required=True, longest=60),
            Text("act_number", _("Number of the act"), longest=40),
            Text(
                "topic", _("What it is about"), required=True, longest=150, spoken=True
            ),
            Text("note", _("Note on the wording"), long=True, spoken=True),
            Choice(
                "standing",
                _("Standing"),
                known=tuple(Standing.choices),
                default="in_force",
            ),
            Day("valid_from", _("In force from")),
            Day("valid_until", _("In force until")),
            Link("replaced_by", _("Replaced by"), to="laws"),
            Text("source", _("Source"), required=True, longest=300),
            Yes("confirmed", _("Compared with the act itself")),
            Day("noted_on", _("Noted on"), required=True),
        ),
    )
)
