import pytest
from django.urls import reverse

from laget.kernel.acting import acting
from laget.logs.models import Goal, Intervention, Review
from tests.cast import STAFF, in_days, job_of, review
from tests.staff.work.typed import day, goal_form, intervention_form, review_form


def saved(model, user):
    with acting(user.pk, STAFF):
        return model.objects.select_related("owner").get()


def test_a_goal_is_set_in_the_familys_words(as_user, log, child, holder):
    response = as_user(holder).post(
        reverse("set-goal", args=[log.pk]), goal_form(holder)
    )

    assert response["Location"] == reverse("child", args=[child.pk])
    goal = saved(Goal, holder)
    assert (goal.text, goal.start, goal.wanted) == ("Nora leker ute", 3, 8)
    assert (goal.owner, goal.next_on) == (holder, in_days(60))


def test_the_familys_numbers_may_be_left_out(as_user, log, holder):
    form = goal_form(holder, start="", wanted="")
    as_user(holder).post(reverse("set-goal", args=[log.pk]), form)

    assert saved(Goal, holder).start is None


def test_a_form_that_is_sent_twice_makes_one_goal(as_user, log, holder):
    client, form = as_user(holder), goal_form(holder)
    url = reverse("set-goal", args=[log.pk])

    first, second = client.post(url, form), client.post(url, form)

    assert first["Location"] == second["Location"]
    assert saved(Goal, holder)


@pytest.mark.parametrize(
    "typed", [{"text": ""}, {"owner": ""}, {"next_on": "1.1.2020"}, {"start": "11"}]
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(as_user, log, holder, typed):
    form = goal_form(holder, **({"text": "Ute hver dag"} | typed))
    response = as_user(holder).post(reverse("set-goal", args=[log.pk]), form)

    assert response.status_code == 422
    assert form["text"] in response.text
    with acting(holder.pk, STAFF):
        assert not Goal.objects.exists()


def test_nobody_outside_the_team_can_be_responsible(as_user, log, holder, colleague):
    form = goal_form(colleague)
    response = as_user(holder).post(reverse("set-goal", args=[log.pk]), form)

    assert response.status_code == 422


def changed(user, **typed):
    told = {"text": "Ny", "owner": job_of(user).pk, "next_on": day(9), "version": 1}
    return told | typed


def test_a_goal_is_changed(as_user, goal, nurse):
    form = changed(nurse, now="6", wanted="8")
    as_user(nurse).post(reverse("change-goal", args=[goal.pk]), form)

    goal = saved(Goal, nurse)
    assert (goal.text, goal.now, goal.owner) == ("Ny", 6, nurse)


def test_when_two_change_a_goal_both_texts_are_shown(as_user, goal, holder, nurse):
    url = reverse("change-goal", args=[goal.pk])
    as_user(nurse).post(url, changed(nurse, text="Helsesykepleierens ord"))

    late = as_user(holder).post(url, changed(holder, text="Barnehagens ord"))

    assert late.status_code == 409
    assert "Helsesykepleierens ord" in late.text
    assert "Barnehagens ord" in late.text
    assert nurse.name in late.text
    assert saved(Goal, holder).text == "Helsesykepleierens ord"


def test_after_reading_both_one_saves_again(as_user, goal, holder, nurse):
    url = reverse("change-goal", args=[goal.pk])
    as_user(nurse).post(url, changed(nurse))

    late = as_user(holder).post(url, changed(holder, text="Begge deler"))
    version = late.context["form"]["version"].value()
    as_user(holder).post(url, changed(holder, text="Begge deler", version=version))

    assert saved(Goal, holder).text == "Begge deler"


def test_a_goal_ends_with_how_it_went(as_user, goal, holder):
    form = {"result": "partly", "text": "Nesten"}
    as_user(holder).post(reverse("end-goal", args=[goal.pk]), form)

    goal = saved(Goal, holder)
    assert (goal.result, goal.result_text) == ("partly", "Nesten")


def test_something_to_do_has_an_owner_a_doer_and_a_date(as_user, goal, holder, nurse):
    form = intervention_form(nurse, done_by="Mor og bestefar")
    as_user(holder).post(reverse("add-intervention", args=[goal.pk]), form)

    one = saved(Intervention, holder)
    assert (one.owner, one.done_by) == (nurse, "Mor og bestefar")
    assert one.review_on == in_days(30)


def test_it_is_not_evaluated_before_it_begins(as_user, goal, holder):
    form = intervention_form(holder, starts_on=day(20), review_on=day(10))
    response = as_user(holder).post(reverse("add-intervention", args=[goal.pk]), form)

    assert response.status_code == 422


def test_the_programmes_can_be_narrowed_in_a_region_alone(as_user, goal, holder):
    url = reverse("add-intervention", args=[goal.pk])

    response = as_user(holder, "programmes").get(url, {"tier": "green"})

    assert response.status_code == 200
    assert "<html" not in response.text
    assert 'id="programmes"' in response.text


def test_when_two_change_what_is_done_both_texts_are_shown(
    as_user, intervention, holder, nurse
):
    url = reverse("change-intervention", args=[intervention.pk])
    form = intervention_form(nurse, text="Hennes", version=1)
    as_user(nurse).post(url, form)

    late = as_user(holder).post(url, intervention_form(holder, text="Mitt", version=1))

    assert late.status_code == 409
    assert "Hennes" in late.text
    assert "Mitt" in late.text


def test_an_evaluation_tells_what_was_seen_and_what_the_child_says(
    as_user, intervention, holder
):
    url = reverse("review", args=[intervention.pk])
    as_user(holder).post(url, review_form())

    with acting(holder.pk, STAFF):
        made = Review.objects.get()
    assert (made.seen, made.child_view, made.heard) == ("Oftere", "Gøy", "1.1")


def test_to_change_it_leads_on_to_changing_it(as_user, intervention, holder):
    url = reverse("review", args=[intervention.pk])

    response = as_user(holder).post(url, review_form(decision="change"))

    then = reverse("change-intervention", args=[intervention.pk])
    assert response["Location"] == then


def test_to_go_on_needs_a_date_and_to_end_does_not(as_user, intervention, holder):
    url = reverse("review", args=[intervention.pk])

    without = as_user(holder).post(url, review_form(next_on=""))
    ended = as_user(holder).post(url, review_form(next_on="", decision="end"))

    assert (without.status_code, ended.status_code) == (422, 302)
    assert saved(Intervention, holder).has_ended


def test_somebody_elses_evaluation_is_shown_before_mine_is_saved(
    as_user, intervention, holder, nurse
):
    with acting(nurse.pk, STAFF):
        review(Intervention.objects.get(), nurse)
    url = reverse("review", args=[intervention.pk])

    late = as_user(holder).post(url, review_form(seen="Det jeg så"))
    version = late.context["form"]["version"].value()
    again = as_user(holder).post(url, review_form(version=version))

    assert late.status_code == 422
    assert "Det jeg så" in late.text
    assert "Hun blir bedt med oftere." in late.text
    assert again.status_code == 302


def test_someone_not_on_the_team_does_nothing_here(
    as_user, goal, intervention, log, colleague, stranger
):
    for user in (colleague, stranger):
        client = as_user(user)
        for name, key in [
            *(("set-goal", log.pk), ("change-goal", goal.pk), ("end-goal", goal.pk)),
            ("add-intervention", goal.pk),
            ("change-intervention", intervention.pk),
            ("review", intervention.pk),
        ]:
            assert client.get(reverse(name, args=[key])).status_code == 404
            assert client.post(reverse(name, args=[key]), {}).status_code == 404
