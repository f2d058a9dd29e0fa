"""What somebody in the family needs, to understand and to be understood."""

from django.db import models
from django.utils.translation import gettext as _

from laget.accounts.models import User

NEEDS = ("interpreter", "sign_language", "easy_reading")


class Needs(models.Model):
    """An interpreter, and in which language; sign language; texts easy to read.

    Written by the person themselves on their own pages, or by those who keep the
    registration. Who wrote it last, and when, the database fills in (`needs.sql`);
    what stood before is in the history.
    """

    interpreter = models.CharField(max_length=60, blank=True)
    sign_language = models.BooleanField(default=False)
    easy_reading = models.BooleanField(default=False)
    needs_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    needs_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def needs(self) -> str:
        """All of it in a few words; empty when nothing is needed."""
        return in_words(self.interpreter, self.sign_language, self.easy_reading)


def in_words(interpreter: str, sign_language: bool, easy_reading: bool) -> str:
    """What is needed, in a few words."""
    said = [
        _("interpreter: %(language)s") % {"language": interpreter}
        if interpreter
        else "",
        _("sign language interpreter") if sign_language else "",
        _("texts that are easy to read") if easy_reading else "",
    ]
    return ", ".join(filter(None, said))
