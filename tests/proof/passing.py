"""Time passes, and people come and go."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from laget.kernel import clock
from laget.organisation.models import Employment
from tests.proof.beginnings import ANYONE
from tests.proof.worries import Concerns


class Passing(Concerns):
    @rule(by=st.sampled_from([9, 11, 119, 121, 60 * 24, 60 * 24 * 40, 60 * 24 * 400]))
    def time_passes(self, by):
        self.world.now += timedelta(minutes=by)
        self.has_changed = True

    @rule(who=ANYONE, what=st.sampled_from(["ends", "away", "back", "back"]))
    def work_changes(self, who, what):
        job = self.world.job(who)
        self.has_changed = True
        job.ended = what == "ends"
        job.away_from = self.day(0) if what == "away" else None
        with clock.at(self.world.now):
            ended = clock.now() if job.ended else None
            Employment.objects.filter(pk=job.id).update(
                ended_at=ended, away_from=job.away_from
            )
