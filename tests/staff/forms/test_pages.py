"""Filling in a form in the browser, from choosing it to a corrected one."""

import pytest
from django.urls import reverse

from laget.forms import actions
from laget.forms.answers import together
from laget.forms.models import Filled, Template, TemplateVersion
from laget.kernel.acting import acting
from tests.cast import STAFF
from tests.forms.filled import all_answered
from tests.staff.forms.typed import typed_in

EVERY_KIND = {
    "s0q0": "Kort",
    "s0q1": "Langt",
    "s0q2": "no",
    "s0q3": "b",
    "s0q4": ["a", "b"],
    "s0q5-a-said": "yes",
    "s0q5-a-limit": "Bare lek",
    "s0q6": "4",
    "s0q7": "21.11.2026",
    "s0q8-name": "Kari",
    "s0q9-0-name": "Ola",
    "s0q9-1-name": "Anne",
    "s0q10": ["R-C12"],
    "s0q11-0-goal": "Lek",
    "s0q11-2-goal": "Språk",
}
MUST = {"s0q0": "for alle", "s1q0": "for laget", "s2q0": "for meg"}


def text(response):
    return response.content.decode()


def kept(draft, holder):
    with acting(holder.pk, STAFF):
        return together(Filled.objects.get(pk=draft.pk).parts.all())


def test_the_municipalitys_own_forms_are_offered(page, log):
    told = text(page("forms-of-log", log))

    assert "Møtereferat" in told
    assert "Gammelt skjema" not in told
    assert "Fjordbys skjema" not in told


def test_a_form_that_is_not_offered_cannot_be_begun(page, log):
    theirs = Template.objects.get(key="theirs")

    answer = page("forms-of-log", log, post={"template": theirs.pk})

    assert answer.status_code == 422


def test_beginning_leads_to_the_form(page, log, holder):
    mine = Template.objects.get(key="everything")

    answer = page("forms-of-log", log, post={"template": mine.pk})

    with acting(holder.pk, STAFF):
        begun = Filled.objects.get()
    assert answer["Location"] == reverse("fill-form", args=[begun.pk])
    assert begun.child_id == log.child_id


def test_a_concern_has_its_forms_before_there_is_a_child(page, concern, holder):
    assert "Undringsnotat" in text(page("forms-of-concern", concern))

    page(
        "forms-of-concern",
        concern,
        post={"template": Template.objects.get(key="concern").pk},
    )

    with acting(holder.pk, STAFF):
        assert Filled.objects.get().place == concern.pk


def test_saving_keeps_what_is_there_and_asks_for_nothing(page, draft, holder):
    answer = page("fill-form", draft, post={"version": 1, "s1q1": "Et halvt notat"})

    assert answer.status_code == 302
    assert kept(draft, holder) == {"team": {"long": "Et halvt notat"}}
    assert "Et halvt notat" in text(page("fill-form", draft))


def test_each_kind_of_answer_can_be_given_by_keyboard_alone(page, draft, holder):
    page("fill-form", draft, post={"version": 1} | EVERY_KIND)

    answers = kept(draft, holder)["family"]
    assert answers["choice"] == "b"
    assert answers["many"] == ["a", "b"]
    assert answers["services"] == [
        {"key": "a", "text": "Det første", "said": "yes", "limit": "Bare lek"}
    ]
    assert answers["scale"] == 4
    assert answers["date"] == "2026-11-21"
    assert answers["person"]["name"] == "Kari"
    assert [row["name"] for row in answers["people"]] == ["Ola", "Anne"]
    assert answers["factors"] == ["R-C12"]
    assert [row["goal"] for row in answers["plan"]] == ["Lek", "Språk"]


def test_what_stands_on_the_page_is_what_was_saved(page, draft, holder):
    with acting(holder.pk, STAFF):
        actions.save(draft, version=1, answers=all_answered())

    typed = typed_in(page("fill-form", draft))

    assert typed["s1q11-0-goal"] == "Lek"
    assert typed["s0q7"] == "21.11.2026"
    assert typed["version"] == "2"


def test_a_date_that_is_none_is_said_and_everything_is_kept(page, draft, holder):
    answer = page(
        "fill-form",
        draft,
        post={"version": 1, "s0q7": "i går", "s1q1": "Et notat", "s0q11-0-goal": "Lek"},
    )

    assert answer.status_code == 422
    for words in ("i går", "Et notat", "Lek", 'href="#id_s0q7"'):
        assert words in text(answer)
    assert kept(draft, holder) == {}


def test_the_page_saves_itself(page, draft, holder):
    first = page("save-form", draft, post={"version": 1, "s1q1": "Mens jeg skriver"})
    again = page("save-form", draft, post={"version": 2, "s1q1": "Mens jeg skrev"})

    assert first.json()["version"] == 2
    assert again.json()["version"] == 3
    assert kept(draft, holder) == {"team": {"long": "Mens jeg skrev"}}


def test_a_condition_is_said_in_the_words_of_the_question(page, begun):
    told = text(page("fill-form", begun("consent")))

    assert "«Barnet synes noe er greit, og noe ikke», «Barnet vil ikke»" in told


def test_two_windows_lose_nothing(page, draft, holder):
    page("save-form", draft, post={"version": 1, "s1q1": "Det ene", "s1q3": "a"})

    silent = page("save-form", draft, post={"version": 1, "s1q1": "Det andre"})
    answer = page(
        "fill-form", draft, post={"version": 1, "s1q1": "Det andre", "s1q3": "b"}
    )

    assert (silent.status_code, answer.status_code) == (409, 409)
    assert typed_in(answer)["s1q1"] == "Det ene\n\nDet andre"
    assert typed_in(answer)["version"] == "2"
    assert "Det første" in text(answer) and "Det andre" in text(answer)
    page("fill-form", draft, post=typed_in(answer))
    assert kept(draft, holder)["team"]["long"] == "Det ene\n\nDet andre"


def test_one_more_row_also_without_javascript(page, draft, holder):
    answer = page(
        "fill-form",
        draft,
        post={"version": 1, "s0q11-0-goal": "Lek", "more": "s0q11"},
    )

    assert answer["Location"].endswith("?more=s0q11#id_s0q11")
    assert kept(draft, holder)["family"]["plan"][0]["goal"] == "Lek"
    usual = typed_in(page("fill-form", draft))
    more = typed_in(page("fill-form", draft, query="?more=s0q11"))
    assert "s0q11-2-goal" in more
    assert "s0q11-2-goal" not in usual


def test_finishing_says_what_must_be_answered_and_keeps_the_rest(page, draft, holder):
    typed = {"version": 1, "s0q2": "yes", "s1q1": "Et notat", "finish": "yes"}

    answer = page("fill-form", draft, post=typed)

    assert answer.status_code == 422
    for place in ("s0q0", "s0q12", "s1q0", "s2q0"):
        assert f'href="#id_{place}"' in text(answer)
    assert kept(draft, holder)["team"] == {"long": "Et notat"}
    assert typed_in(answer)["version"] == "2"


def test_one_reads_it_through_as_the_family_will_see_it(page, draft):
    answer = page("fill-form", draft, post={"version": 1, "finish": "yes"} | MUST)
    assert answer["Location"] == reverse("preview-form", args=[draft.pk])

    told = text(page("preview-form", draft))

    assert "for alle" in told
    assert "for laget" not in told
    assert "for meg" not in told
    assert "Spørsmål text for team" in told  # said to be kept back


def test_finished_it_is_read_and_no_longer_written(page, draft, holder, nurse):
    page("fill-form", draft, post={"version": 1} | MUST)
    page("finish-form", draft, post={"version": 2})

    assert "for meg" in text(page("form", draft))
    theirs = text(page("form", draft, user=nurse))
    assert "for laget" in theirs
    assert "for meg" not in theirs
    assert page("fill-form", draft).status_code == 403


def test_a_draft_is_hidden_from_the_others_on_the_team(page, draft, nurse):
    for name in ("form", "fill-form", "preview-form", "print-form", "form-pdf"):
        assert page(name, draft, user=nurse).status_code == 404


def test_a_draft_is_not_finished_by_an_old_page(page, draft):
    page("fill-form", draft, post={"version": 1} | MUST)

    answer = page("finish-form", draft, post={"version": 1})

    assert answer["Location"] == reverse("preview-form", args=[draft.pk])
    assert page("fill-form", draft).status_code == 200


def test_a_correction_begins_with_the_answers_and_both_can_be_read(
    page, finished, holder
):
    answer = page("correct-form", finished, post={})
    with acting(holder.pk, STAFF):
        anew = Filled.objects.drafts().get()

    assert answer["Location"] == reverse("fill-form", args=[anew.pk])
    page("fill-form", anew, post={"version": 1} | MUST)
    page("finish-form", anew, post={"version": 2})
    assert reverse("form", args=[anew.pk]) in text(page("form", finished))
    assert page("correct-form", finished, post={}).status_code == 403


def test_a_draft_can_be_thrown_away(page, draft, log):
    answer = page("throw-away-form", draft, post={})

    assert answer["Location"] == reverse("child", args=[log.child_id])
    assert page("fill-form", draft).status_code == 403


def test_the_childs_page_has_the_forms_and_the_timeline_tells(
    page, as_user, finished, holder, nurse, log
):
    address = reverse("form", args=[finished.pk])

    for who in (holder, nurse):
        told = text(page("child", log.child, user=who))
        assert told.count(address) == 2  # the line, and the timeline
        assert "Alt på en gang" in told


def test_a_draft_stands_on_ones_own_page_only(page, draft, nurse, log):
    address = reverse("fill-form", args=[draft.pk])

    assert address in text(page("child", log.child))
    assert address not in text(page("child", log.child, user=nurse))


def test_a_law_that_is_replaced_is_shown_with_what_applies(page, draft):
    told = text(page("fill-form", draft))

    assert "Gammel lov § 1" in told
    assert "Ny lov § 2" in told
    assert "Et vedtak i kommunestyret" in told


@pytest.fixture
def asked_anew(finished, administrator):
    """The municipality has changed its form since."""
    version = finished.version
    facts = version.facts | {"title": "Nytt navn"}
    facts["sections"] = facts["sections"][:1]
    with acting(administrator.pk, STAFF):
        TemplateVersion.objects.create(
            template_id=version.template_id, number=2, facts=facts
        )


def test_what_is_filled_in_keeps_the_version_it_answers(
    page, finished, asked_anew, begun
):
    """What was asked then stands with what was answered then."""
    told = text(page("form", finished))
    assert "Spørsmål text for team" in told
    assert "Nytt navn" not in told

    told = text(page("fill-form", begun()))
    assert "Spørsmål text for team" not in told
    assert "Nytt navn" in told
