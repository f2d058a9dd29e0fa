"""Writing, sharing and taking back, as the child and its helper meet it."""

import pytest

from laget.kernel import Overtaken, RuleBroken
from laget.kernel.acting import acting
from laget.messaging.models import Message
from laget.voices import actions
from laget.voices.models import Voice
from tests.cast import in_days, make_child
from tests.family import FAMILY, STAFF
from tests.voices.conftest import begin, speak


def test_the_holder_is_told_that_there_is_something_and_not_a_word_of_it(
    nora, hers, holder, nurse, guardian
):
    with acting(holder.pk, STAFF):
        told = Message.objects.get(template="a_child_has_spoken")
        assert told.ids == {"child": str(nora.pk)}
    for person, hat in ((nurse, STAFF), (guardian, FAMILY)):
        with acting(person.pk, hat):
            assert not Message.objects.filter(template="a_child_has_spoken").exists()


def test_the_holder_who_wrote_it_down_is_not_told_of_it(nora, noras_log, holder):
    speak(nora, holder, STAFF, helped_by="Kari")
    with acting(holder.pk, STAFF):
        assert not Message.objects.filter(template="a_child_has_spoken").exists()


def test_nothing_must_be_answered_but_nothing_at_all_is_not_shared(
    nora, noras_log, youth
):
    key = begin(nora, youth, areas={}, say="", take_up="", not_there="")
    with acting(youth.pk, FAMILY), pytest.raises(RuleBroken):
        share(key, youth)


def test_one_face_is_enough(nora, noras_log, youth):
    key = speak(nora, youth, areas={"doing": "good"}, say="", take_up="", not_there="")
    with acting(youth.pk, FAMILY):
        assert Voice.objects.get(pk=key).areas == {"doing": "good"}


def test_it_is_said_who_helped_a_child_that_did_not_write_itself(
    child, log, guardian, holder
):
    for person, hat in ((guardian, FAMILY), (holder, STAFF)):
        key = begin(child, person, hat)
        with acting(person.pk, hat), pytest.raises(RuleBroken):
            share(key, person)


def test_two_windows_that_begin_at_once_write_in_the_same_draft(nora, noras_log, youth):
    with acting(youth.pk, FAMILY):
        one, other = (actions.begin(nora, by=youth) for _ in range(2))
        assert one.pk == other.pk


def test_nothing_is_lost_when_two_windows_save(nora, noras_log, youth):
    begin(nora, youth)
    with acting(youth.pk, FAMILY), pytest.raises(Overtaken) as overtaken:
        draft = Voice.objects.get()
        actions.write(draft, version=1, say="Fra det andre vinduet", areas={})
    assert overtaken.value.mine["say"] == "Fra det andre vinduet"
    assert overtaken.value.record.say == "Det er bråk i friminuttene."


def test_a_face_nobody_knows_is_left_out(nora, noras_log, youth):
    key = begin(nora, youth, areas={"home": "good", "school": "7", "else": "good"})
    with acting(youth.pk, FAMILY):
        assert Voice.objects.get(pk=key).areas == {"home": "good"}


def test_one_speaks_again_and_the_earlier_words_stand(nora, hers, youth):
    again = speak(nora, youth, say="Nå går det bedre.")
    with acting(youth.pk, FAMILY):
        told = list(Voice.objects.all().told().values_list("pk", flat=True))
    assert told == [again, hers]


def test_it_is_taken_back_once(nora, hers, youth):
    with acting(youth.pk, FAMILY):
        voice = Voice.objects.get()
        actions.withdraw(voice, by=youth)
        with pytest.raises(RuleBroken):
            actions.withdraw(voice, by=youth)


def test_an_expected_child_says_nothing_yet(holder, bygdevik):
    with acting(holder.pk, STAFF):
        due = in_days(60)
        child = make_child(by=holder, municipality=bygdevik, born_on=None, due_on=due)
        with pytest.raises(RuleBroken):
            actions.begin(child, by=holder)


def share(key, by):
    actions.share(Voice.objects.get(pk=key), open_to_guardians=False, by=by)
