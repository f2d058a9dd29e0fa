"""One record of each kind about Nora, whose guardians may not see all of them."""

import pytest

from laget.concerns import actions as concerns
from laget.concerns.models import Decision
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from tests.cast import (
    in_days,
    job_of,
    make_child,
    make_concern,
    make_consent,
    make_ready,
    review,
)
from tests.forms.filled import only_what_must

STAFF = Role.STAFF


@pytest.fixture
def written(nora, bygdevik, holder, nurse):
    """One record of each kind about Nora, by its name."""
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=nora)
        talk = make_ready(concern, holder)
        log = open_log(nora, concern, holder, nurse)
        goal = logs.set_goal(log, text="Ro", owner=holder, next_on=in_days(60))
        done = logs.add_intervention(
            goal, text="Lek", how_we_see="Ro", owner=holder, review_on=in_days(30)
        )
        made = {
            "concern": concern,
            "conversation": talk,
            "entry": logs.write_entry(log, text="Noe hun sa.", by=holder),
            "goal": goal,
            "intervention": done,
            "review": review(done, holder),
            "level": raised(log, holder),
            "form": a_form(log, holder),
        }
    return made


def open_log(child, concern, holder, nurse):
    concerns.decide(concern, decision=Decision.LEVEL_1, reason="Hjelp", by=holder)
    make_consent(child, job_of(nurse).unit.service, by=holder)
    log = logs.open_log(child, by=job_of(holder), next_on=in_days(60), concern=concern)
    logs.invite(log, employment=job_of(nurse))
    return log


def raised(log, by):
    return logs.raise_level(
        log,
        to=2,
        tried="Lek",
        how_it_went="Litt",
        child_view="Gøy",
        heard="1.1",
        best_interests="Ja",
        by=by,
    )


def a_form(log, by):
    filled = forms.begin(
        Template.objects.get(key="everything"),
        place=log.pk,
        municipality=log.child.municipality,
        child=log.child,
        by=job_of(by),
    )
    forms.save(filled, version=1, answers=only_what_must())
    forms.finish(filled, version=2)
    return filled


@pytest.fixture
def noras_sister(holder, bygdevik, kindergarten):
    with acting(holder.pk, STAFF):
        return make_child(by=holder, municipality=bygdevik, unit=kindergarten)
