"""Standing teams: what kind they are, and who sits in them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from laget.organisation.models.municipality import Municipality
from laget.organisation.models.service import Unit
from laget.organisation.models.work import Employment


class TeamKind(models.TextChoices):
    """What a team is to the software, whatever the municipality calls it."""

    PEDAGOGICAL = "pedagogical", _("Colleagues in one unit")
    CORE_GROUP = "core_group", _("A unit with standing members from other services")
    RESPONSIBLE_GROUP = "responsible_group", _("The team around one child")
    INTENSIVE = "intensive", _("Called in when the usual help is not enough")
    MOBILE = "mobile", _("Comes out and guides on the spot")
    STEERING = "steering", _("Leaders who decide across services")
    COORDINATING = "coordinating", _("Coordinates individual plans and coordinators")
    NETWORK = "network", _("Middle leaders and partners who meet")


class TeamType(models.Model):
    """A kind of team as the municipality describes it: name, mandate, members, rhythm.

    `members` are roles with or without a duty to attend; `cadence` the least number of
    meetings a term; `agenda` the parts of a meeting, in order.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="team_types"
    )
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=100)
    aliases = models.JSONField(default=list, blank=True)
    about = models.TextField(blank=True)
    mandate_system = models.TextField(blank=True)
    mandate_case = models.TextField(blank=True)
    members = models.JSONField(default=list, blank=True)
    chair = models.CharField(max_length=150, blank=True)
    age_from = models.SmallIntegerField(null=True, blank=True)
    age_to = models.SmallIntegerField(null=True, blank=True)
    cadence = models.JSONField(default=list, blank=True)
    agenda = models.JSONField(default=list, blank=True)
    minutes_form = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                name="team_type_once_in_a_municipality", fields=["municipality", "key"]
            ),
            models.CheckConstraint(
                name="team_type_kind_is_known", condition=Q(kind__in=TeamKind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A standing team that can be asked for advice without knowing which child."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    type = models.ForeignKey(
        TeamType, models.PROTECT, null=True, blank=True, related_name="teams"
    )
    mandate = models.TextField(blank=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="teams")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="teams"
    )
    chair = models.ForeignKey(
        Employment, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="team_once_in_a_municipality", fields=["municipality", "name"]
            ),
            models.CheckConstraint(
                name="team_kind_is_known", condition=Q(kind__in=TeamKind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class TeamMember(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(Team, models.CASCADE, related_name="members")
    employment = models.ForeignKey(Employment, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="team_member_once", fields=["team", "employment"]
            ),
        ]

    def __str__(self) -> str:
        return str(self.employment)
