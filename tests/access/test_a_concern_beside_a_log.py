"""A concern goes on being its owner's when somebody else has opened a log."""

import pytest

from laget.access import concerns as may_concern
from laget.access import door
from laget.audit.models import note
from laget.children.models import Child
from laget.concerns import actions as concerns
from laget.concerns.models import Concern
from laget.kernel.acting import Role, acting
from tests.cast import job_of, make_child, make_concern, make_log

pytestmark = pytest.mark.django_db
STAFF = Role.STAFF


def test_its_owner_still_reads_and_writes_it_and_sees_no_more_of_the_child(
    bygdevik, kindergarten, colleague, holder
):
    with acting(colleague.pk, STAFF):
        child = make_child(by=colleague, municipality=bygdevik, unit=kindergarten)
        concern = make_concern(colleague, bygdevik, child=child)
        concerns.share(concern, to=job_of(holder), by=colleague)
    with acting(holder.pk, STAFF):
        make_log(child, holder, level=1)

    with acting(colleague.pk, STAFF):
        mine = door.allowed(colleague, may_concern.WRITE).get()
        note("concern.read", mine)
        concerns.write(mine, version=2, factors=[], seen="Leker mer nå.")

        assert Concern.objects.get().seen == "Leker mer nå."
        assert not Child.objects.exists()
