"""What a busy page asks is compiled once; it answers as if it were built anew."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from laget.accounts.models import User
from laget.kernel import clock
from laget.kernel.prepared import any_of, prepared
from laget.organisation.models import Employment


@prepared
def at_work(people: list[UUID], on: date, but: UUID | None) -> QuerySet[Employment]:
    found = Employment.objects.filter(any_of("user", people), started_on__lte=on)
    return found.exclude(user=but) if but else found


def test_it_answers_for_the_keys_and_the_day_of_this_time(
    holder: User, nurse: User
) -> None:
    today, long_ago = clock.today(), date(1990, 1, 1)
    both = [holder.pk, nurse.pk]
    assert _who(at_work(people=both, on=today, but=None)) == {*both}
    assert _who(at_work(people=[nurse.pk], on=today, but=None)) == {nurse.pk}
    assert _who(at_work(people=both, on=today, but=nurse.pk)) == {holder.pk}
    assert at_work(people=both, on=long_ago, but=None) == []
    assert at_work(people=[uuid4()], on=today, but=None) == []
    assert at_work(people=[], on=today, but=None) == []


def _who(jobs: list[Employment]) -> set[UUID]:
    return {job.user_id for job in jobs}


def test_what_is_worked_out_from_one_person_or_the_day_is_refused() -> None:
    someone, today = uuid4(), clock.today()
    for wrong in (
        prepared(lambda: Employment.objects.filter(user=someone)),
        prepared(lambda: Employment.objects.filter(started_on__lte=today)),
    ):
        with pytest.raises(ValueError, match="the same for everybody"):
            wrong()
