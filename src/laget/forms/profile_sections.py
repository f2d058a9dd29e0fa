"""The forms' part of a profile: a municipality's own forms, as data."""

from django.utils.translation import gettext_lazy as _

from laget.forms.models import Kind, Purpose, Readers
from laget.forms.profile import write_forms
from laget.forms.profile_checks import questions
from laget.organisation.profile.declaring import Section, Shape, declare
from laget.organisation.profile.fields import (
    Choice,
    Group,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.ordering import ordered

OPTIONS = Rows(
    "options",
    _("Answers to choose from"),
    key="key",
    fields=(
        Text("key", _("Key"), required=True, longest=60),
        Text("text", _("Text"), required=True, longest=300, spoken=True),
        Text("note", _("Note"), longest=300, spoken=True),
    ),
)
QUESTION = (
    Text("key", _("Key"), required=True, longest=60),
    Choice("kind", _("Kind"), required=True, known=tuple(Kind.choices)),
    Text("question", _("Question"), required=True, longest=300, spoken=True),
    Text("help", _("Help"), long=True, spoken=True),
    Yes("required", _("Must be answered")),
    Group(
        "required_when",
        _("Must be answered when"),
        fields=(
            Text("question", _("Question"), required=True, longest=60),
            Texts("is", _("Has one of these answers")),
        ),
    ),
    OPTIONS,
    Group(
        "scale",
        _("Scale"),
        _("Shown with words at both ends; never as a number about a child."),
        fields=(
            Number("from", _("From"), default=1, least=0, most=10),
            Number("to", _("To"), default=5, least=1, most=10),
            Text("low", _("Words at the low end"), required=True, spoken=True),
            Text("high", _("Words at the high end"), required=True, spoken=True),
        ),
    ),
    Choice("readers", _("Who may read"), known=tuple(Readers.choices), default=""),
    Texts("law", _("Law"), _("Keys of the law library, or a reference in words.")),
)
FORMS = declare(
    Section(
        name="forms",
        write=write_forms,
        checks=(questions, ordered("forms", "age_from", "age_to")),
        file="forms/*.toml",
        title=_("Forms"),
        about=_("The municipality's own forms: sections and questions."),
        key="key",
        order=6,
        shape=Shape.FILES,
        fields=(
            Text("title", _("Title"), required=True, longest=150, spoken=True),
            Text("about", _("About"), long=True, spoken=True),
            Choice(
                "purpose", _("Used for"), required=True, known=tuple(Purpose.choices)
            ),
            Text("source", _("Source"), longest=300),
            Choice(
                "readers",
                _("Who may read"),
                known=tuple(Readers.choices),
                default="family",
            ),
            Number("age_from", _("From age"), least=-1, most=99),
            Number("age_to", _("To age"), least=-1, most=120),
            Texts(
                "law", _("Law"), _("Keys of the law library, or a reference in words.")
            ),
            Rows(
                "sections",
                _("Sections"),
                key="key",
                required=True,
                fields=(
                    Text("key", _("Key"), required=True, longest=60),
                    Text("title", _("Title"), required=True, longest=150, spoken=True),
                    Text("help", _("Help"), long=True, spoken=True),
                    Choice(
                        "readers",
                        _("Who may read"),
                        known=tuple(Readers.choices),
                        default="",
                    ),
                    Rows(
                        "questions",
                        _("Questions"),
                        key="key",
                        required=True,
                        fields=QUESTION,
                    ),
                ),
            ),
        ),
    )
)
