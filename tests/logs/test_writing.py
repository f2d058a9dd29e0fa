"""What is written in the log, corrected by its writer, and recalled for good."""

import pytest

from laget.audit.models import History
from laget.concerns.models import Heard
from laget.kernel import Overtaken, RuleBroken, clock
from laget.logs import actions
from laget.logs.models import UNDO, Entry, EntryKind

pytestmark = pytest.mark.usefixtures("at_work")


@pytest.fixture
def entry(log, holder, at_work):
    return actions.write_entry(log, text="Nora lo.", by=holder)


@pytest.fixture
def old(log, holder, at_work):
    with clock.at(clock.now() - UNDO):
        return actions.write_entry(log, text="Nora lo.", by=holder)


def test_the_childs_voice_tells_how_it_was_heard(log, holder):
    kind, heard = EntryKind.VOICE, Heard.OBSERVATION
    actions.write_entry(log, text="Hun smiler.", kind=kind, heard=heard, by=holder)
    assert Entry.objects.get().heard == heard


def test_a_change_makes_a_new_version(entry):
    actions.change_entry(entry, version=1, text="Nora lo høyt.")
    entry.refresh_from_db()
    assert (entry.text, entry.version) == ("Nora lo høyt.", 2)


def test_an_old_version_overwrites_nothing(entry):
    actions.change_entry(entry, version=1, text="Nora lo høyt.")
    with pytest.raises(Overtaken) as clash:
        actions.change_entry(entry, version=1, text="Nora gråt.")
    assert clash.value.mine == {"text": "Nora gråt."}
    assert Entry.objects.get(pk=entry.pk).text == "Nora lo høyt."


def test_within_ten_minutes_it_is_undone(entry, holder):
    actions.undo(entry, by=holder)
    assert Entry.objects.get(pk=entry.pk).was_undone


def test_when_ten_minutes_have_passed_it_cannot_be_undone(old, holder):
    with pytest.raises(RuleBroken):
        actions.undo(old, by=holder)


def test_a_recall_takes_the_words_and_keeps_the_reason(old, holder):
    actions.recall(old, reason="Feil barn.", by=holder)
    gone = Entry.objects.get(pk=old.pk)
    assert (gone.text, gone.recall_reason) == ("", "Feil barn.")
    assert not History.objects.filter(row=old.pk).exists()


def test_a_recall_without_a_reason_is_refused(old, holder):
    with pytest.raises(RuleBroken):
        actions.recall(old, reason=" ", by=holder)


@pytest.mark.parametrize("again", ["undo", "recall", "change"])
def test_what_is_gone_stays_gone(entry, holder, again):
    actions.undo(entry, by=holder)
    deeds = {
        "undo": lambda: actions.undo(entry, by=holder),
        "recall": lambda: actions.recall(entry, reason="Feil.", by=holder),
        "change": lambda: actions.change_entry(entry, version=1, text="Nytt."),
    }
    with pytest.raises(RuleBroken):
        deeds[again]()
