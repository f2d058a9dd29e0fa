"""Where someone works, and so which municipalities and units they can choose among."""

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast

from laget.accounts.models import User
from laget.children.models import Child
from laget.organisation.models import Employment, Municipality, Unit


def municipalities_of(user: User) -> QuerySet[Municipality]:
    """Those that the person's work serves."""
    services = user.employments.current().values("unit__service")
    return (
        Municipality.objects.filter(services__in=services).distinct().order_by("name")
    )


def units_for(user: User) -> QuerySet[Unit]:
    """The units of those municipalities, one's own first."""
    places = municipalities_of(user).values("pk")
    mine = user.employments.current().filter(unit=OuterRef("pk"))
    reach = Q(municipality__in=places) | Q(
        municipality=None, service__municipalities__in=places
    )
    return (
        Unit.objects.filter(reach)
        .alias(is_mine=Cast(Exists(mine), BooleanField()))
        .select_related("service", "municipality")
        .order_by("-is_mine", "name", "pk")
        .distinct()
    )


def jobs_for(user: User, child: Child | None) -> list[Employment]:
    """The work in which someone does this: in the child's own unit first."""
    jobs = user.employments.current().select_related("user", "unit")
    unit = child.unit_id if child else None
    in_order = jobs.order_by("started_on", "pk")
    return sorted(in_order, key=lambda job: job.unit_id != unit)
