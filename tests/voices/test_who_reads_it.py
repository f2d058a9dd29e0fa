"""A child's own words are read by those the child has let read them."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, InternalError, ProgrammingError, transaction
from django.db.models import Q

from laget.audit.models import Event, History
from laget.children import actions as children
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.voices import actions
from laget.voices.models import Voice
from laget.voices.questions import wanted_at_meeting
from tests.cast import make_child
from tests.family import FAMILY, GUEST, STAFF
from tests.voices.conftest import begin, speak

REFUSED = (IntegrityError, InternalError, ProgrammingError)
# who, in which hat, reads: her draft, what she shared, what she opened, taken back
READERS = [
    ("youth", FAMILY, "draft shared opened back"),
    ("holder", STAFF, "shared opened"),
    ("nurse", STAFF, "shared opened"),
    ("guardian", FAMILY, "opened"),
    ("father", FAMILY, "opened"),
    ("barred", FAMILY, ""),
    ("colleague", STAFF, ""),
    ("leader", STAFF, ""),
    ("adviser", STAFF, ""),
    ("stranger", STAFF, ""),
    ("administrator", STAFF, ""),
    ("privacy", STAFF, ""),
    ("doctor", GUEST, ""),
    ("holder", FAMILY, ""),
    ("guardian", STAFF, ""),
    ("youth", STAFF, ""),
]


@pytest.mark.parametrize(("who", "hat", "reads"), READERS)
def test_who_reads_what(who, hat, reads, nora, noras_log, youth, request):
    reader = request.getfixturevalue(who)
    keys = {"shared": speak(nora, youth), "opened": speak(nora, youth, opened=True)}
    keys["back"] = speak(nora, youth, say="Det angrer jeg på")
    take_back(keys["back"], youth)
    keys["draft"] = begin(nora, youth)
    with acting(reader.pk, hat):
        seen = set(Voice.objects.values_list("pk", flat=True))
    assert seen == {keys[name] for name in reads.split()}


def test_it_is_read_by_the_guardian_it_is_opened_to_and_by_no_other(
    nora, noras_log, youth, guardian, father, holder
):
    with acting(youth.pk, FAMILY):
        hers = nora.guardianships.get(user=guardian)
    key = speak(nora, youth, open_to=[hers])
    for who, reads in ((guardian, True), (father, False)):
        with acting(who.pk, FAMILY):
            assert Voice.objects.filter(pk=key).exists() == reads
    with acting(holder.pk, STAFF):
        assert Voice.objects.filter(pk=key).exists()
        children.end_guardianship(hers)
    with acting(guardian.pk, FAMILY):
        assert not Voice.objects.exists()


def test_what_was_opened_to_all_guardians_before_is_open_to_them_all(
    nora, noras_log, youth, guardian, father
):
    key = speak(nora, youth, opened=True)
    for who in (guardian, father):
        with acting(who.pk, FAMILY):
            assert Voice.objects.filter(pk=key).exists()


def test_the_database_opens_it_to_nobody_who_may_not_see_the_child(
    nora, noras_log, youth, barred, holder, bygdevik
):
    with acting(holder.pk, STAFF):
        shut = nora.guardianships.get(user=barred)
        other = make_child(by=holder, municipality=bygdevik, guardians=[youth])
        another = other.guardianships.get()
    for wrong in (shut, another):
        key = begin(nora, youth)
        with (
            acting(youth.pk, FAMILY),
            pytest.raises(IntegrityError, match="open_to_its_guardians"),
            transaction.atomic(),
        ):
            Voice.objects.filter(pk=key).update(open_to=[wrong.pk])


def test_the_history_tells_nobody(nora, noras_log, youth, holder, guardian):
    key = speak(nora, youth)
    take_back(key, youth)
    for person, hat in ((holder, STAFF), (youth, FAMILY), (guardian, FAMILY)):
        with acting(person.pk, hat):
            assert not History.objects.filter(row=key).exists()
            assert not History.objects.filter(table__startswith="voices").exists()


def test_what_the_child_does_is_in_the_books_where_only_the_child_reads_it(
    nora, hers, youth, guardian, holder
):
    about_it = Q(action__startswith="voice") | Q(object=hers)
    with acting(youth.pk, FAMILY):
        assert Event.objects.filter(about_it, action="voice.shared").exists()
    for person, hat in ((holder, STAFF), (guardian, FAMILY)):
        with acting(person.pk, hat):
            assert not Event.objects.filter(about_it).exists()


def test_a_guardian_who_helped_reads_what_they_wrote_and_the_other_does_not(
    child, log, guardian, father, holder
):
    with acting(holder.pk, STAFF):
        children.add_guardian(child, name=father.name, user=father)
    key = speak(child, guardian, helped_by="Mamma")
    with acting(guardian.pk, FAMILY):
        assert Voice.objects.filter(pk=key).exists()
    with acting(father.pk, FAMILY):
        assert Child.objects.filter(pk=child.pk).exists()
        assert not Voice.objects.exists()
    with acting(holder.pk, STAFF):
        assert Voice.objects.get(pk=key).helped_by == "Mamma"


def test_whoever_leaves_the_team_reads_it_no_more(nora, noras_log, hers, holder, nurse):
    with acting(holder.pk, STAFF):
        part = noras_log.participations.get(employment__user=nurse)
        logs.leave(part)
    with acting(nurse.pk, STAFF):
        assert not Voice.objects.exists()


def test_nobody_writes_for_a_child_that_is_not_theirs(nora, noras_log, request):
    strangers = [("barred", FAMILY), ("stranger", STAFF), ("colleague", STAFF)]
    strangers += [("doctor", GUEST), ("holder", FAMILY), ("guardian", STAFF)]
    for who, hat in strangers:
        person = request.getfixturevalue(who)
        with acting(person.pk, hat), pytest.raises(REFUSED), transaction.atomic():
            Voice(child=nora, written_by=person).save(force_insert=True)


def test_nobody_writes_in_anothers_name(nora, noras_log, holder, youth):
    with acting(holder.pk, STAFF), pytest.raises(REFUSED), transaction.atomic():
        Voice(child=nora, written_by=youth).save(force_insert=True)


@pytest.mark.parametrize(
    "change",
    [{"say": "Alt er fint"}, {"areas": {}}, {"open_to_guardians": True}, {"version": 9}]
    + [{"open_to": [uuid4()]}]
    + [{"helped_by": "Mamma"}, {"shared_at": None}],
)
def test_what_is_shared_is_never_changed(nora, hers, youth, change):
    with acting(youth.pk, FAMILY), pytest.raises(IntegrityError), transaction.atomic():
        Voice.objects.filter(pk=hers).update(**change)


def test_what_is_taken_back_stays_taken_back(nora, hers, youth):
    take_back(hers, youth)
    with acting(youth.pk, FAMILY), pytest.raises(IntegrityError), transaction.atomic():
        Voice.objects.filter(pk=hers).update(withdrawn_at=None)


def test_only_the_writer_changes_a_draft(nora, noras_log, youth, holder, guardian):
    key = begin(nora, youth)
    for person, hat in ((holder, STAFF), (guardian, FAMILY)):
        with acting(person.pk, hat):
            assert Voice.objects.filter(pk=key).update(say="Noe annet") == 0


def test_the_team_takes_nothing_back_for_the_child(nora, hers, holder):
    with acting(holder.pk, STAFF):
        changed = Voice.objects.filter(pk=hers).update(withdrawn_at=clock.now())
    assert changed == 0


def test_the_young_person_takes_back_what_the_team_wrote_in_her_name(
    nora, noras_log, holder, nurse, youth
):
    key = speak(nora, holder, STAFF, helped_by="Kari")
    take_back(key, youth)
    with acting(nurse.pk, STAFF):
        assert not Voice.objects.exists()
    with acting(youth.pk, FAMILY):
        assert Voice.objects.filter(pk=key).exists()


def test_a_face_is_never_a_number(nora, noras_log, youth):
    for areas in ({"home": 5}, {"home": "5"}, {"total": "good"}, ["good"], {"home": 1}):
        draft = Voice(child=nora, written_by=youth, areas=areas)
        with acting(youth.pk, FAMILY), pytest.raises(REFUSED), transaction.atomic():
            draft.save(force_insert=True)


def test_whoever_prepares_the_meeting_reads_what_is_wanted_taken_up(
    nora, hers, holder, youth, guardian
):
    with acting(holder.pk, STAFF):
        wanted = wanted_at_meeting(nora)
        assert (wanted.take_up, wanted.not_there) == ("Friminuttene", "Rektor")
    with acting(guardian.pk, FAMILY):
        assert wanted_at_meeting(nora) is None
    take_back(hers, youth)
    with acting(holder.pk, STAFF):
        assert wanted_at_meeting(nora) is None


def take_back(key, by):
    with acting(by.pk, FAMILY):
        actions.withdraw(Voice.objects.get(pk=key), by=by)
