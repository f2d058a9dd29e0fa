"""A form from the first word to the correction."""

import pytest

from laget.audit.models import Event
from laget.forms import actions
from laget.forms.answers import Incomplete, Unfit, together
from laget.forms.models import Filled, Part, Template, TemplateVersion
from laget.kernel import Overtaken, RuleBroken
from tests.cast import make_concern
from tests.forms.filled import all_answered, only_what_must
from tests.logs.asked import close

pytestmark = pytest.mark.usefixtures("at_work")


def answers_of(filled):
    return together(filled.parts.all())


def finished(begin, answers=None):
    filled = begin()
    actions.save(filled, version=1, answers=answers or all_answered())
    actions.finish(filled, version=filled.draft_version)
    return filled


def test_a_draft_may_lack_whatever_it_lacks(begin):
    draft = begin()

    actions.save(draft, version=1, answers={"team": {"long": "Et halvt notat"}})

    assert answers_of(draft) == {"team": {"long": "Et halvt notat"}}


def test_it_is_finished_only_when_what_must_be_answered_is(begin):
    draft = begin()
    actions.save(draft, version=1, answers={"family": {"yes_no": "yes"}})

    with pytest.raises(Incomplete) as refused:
        actions.finish(draft, version=2)

    assert [question.id for question in refused.value.missing] == [
        ("family", "text"),
        ("family", "why"),
        ("team", "text"),
        ("writer", "text"),
    ]
    assert Filled.objects.get().is_draft


def test_finished_it_is_told_in_the_books(begin, log):
    filled = finished(begin)

    told = Event.objects.get(action="form.finished")
    assert (told.subject, told.object) == (log.child_id, filled.pk)


def test_a_draft_is_told_to_nobody(begin, log):
    begin()

    assert not Event.objects.filter(subject=log.child_id, action__contains="form")


def test_what_is_finished_is_locked(begin):
    filled = finished(begin)

    for deed in (
        lambda: actions.save(filled, version=2, answers={}),
        lambda: actions.finish(filled, version=2),
        lambda: actions.throw_away(filled),
    ):
        with pytest.raises(RuleBroken, match="kan ikke endres lenger"):
            deed()


def test_a_window_left_open_overwrites_nothing(begin):
    draft, other = begin(), Filled.objects.get()
    actions.save(draft, version=1, answers={"team": {"text": "Mitt"}})

    with pytest.raises(Overtaken) as overtaken:
        actions.save(other, version=1, answers={"team": {"text": "Ditt"}})

    assert overtaken.value.mine == {"answers": {"team": {"text": "Ditt"}}}
    assert answers_of(draft) == {"team": {"text": "Mitt"}}


def test_what_is_saved_already_is_no_conflict(begin):
    draft = begin()
    actions.save(draft, version=1, answers={"team": {"text": "Likt"}})

    actions.save(draft, version=1, answers={"team": {"text": "Likt"}})

    assert Filled.objects.get().draft_version == 2


def test_nobody_finishes_what_was_changed_since_they_read_it(begin):
    draft = begin()
    actions.save(draft, version=1, answers=all_answered())

    with pytest.raises(Overtaken):
        actions.finish(draft, version=1)


def test_a_correction_stands_beside_what_was_finished(begin):
    first = finished(begin)

    anew = actions.correct(first)
    changed = all_answered() | {"family": only_what_must()["family"]}
    actions.save(anew, version=1, answers=changed)
    actions.finish(anew, version=2)

    assert answers_of(first) == all_answered()
    assert answers_of(anew) == changed
    assert first.corrections.finished().get() == anew


def test_a_correction_that_was_begun_is_gone_on_with(begin):
    first = finished(begin)

    assert actions.correct(first) == actions.correct(first)


def test_a_correction_thrown_away_can_be_begun_again(begin):
    first = finished(begin)
    actions.throw_away(actions.correct(first))

    assert actions.correct(first).is_draft


def test_what_is_thrown_away_has_no_words_left(begin):
    draft = begin()
    actions.save(draft, version=1, answers=all_answered())

    actions.throw_away(draft)

    assert not Filled.objects.kept().exists()
    assert not Part.objects.exclude(answers={}).exists()


def test_only_the_municipalitys_own_forms_that_are_in_use(begin):
    for key in ("theirs", "ended"):
        with pytest.raises(RuleBroken, match="ikke i bruk her"):
            begin(template=Template.objects.get(key=key))


def test_nothing_is_begun_or_finished_in_a_closed_log(begin, log, holder):
    draft = begin()
    actions.save(draft, version=1, answers=all_answered())
    close(log, holder)

    with pytest.raises(RuleBroken, match="er avsluttet"):
        actions.finish(draft, version=2)
    with pytest.raises(RuleBroken, match="er avsluttet"):
        begin()


def test_an_answer_that_does_not_fit_is_refused(begin):
    draft = begin()

    with pytest.raises(Unfit):
        actions.save(draft, version=1, answers={"team": {"choice": "c"}})


def test_it_keeps_the_version_it_answers(begin):
    draft = begin()

    assert draft.version.number == 1
    assert str(draft) == "Alt på en gang"
    assert TemplateVersion.objects.filter(template=draft.version.template).count() == 1


def test_a_form_for_a_concern_needs_no_child(begin, holder, bygdevik):
    concern = make_concern(holder, bygdevik)

    filled = begin(place=concern.pk, child=None)
    actions.save(filled, version=1, answers=all_answered())
    actions.finish(filled, version=2)

    assert Event.objects.get(action="form.finished").subject == concern.pk
