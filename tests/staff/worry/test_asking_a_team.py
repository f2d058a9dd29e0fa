"""A team gives advice and cannot know which child it is about."""

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.concerns.models import Discussion
from laget.kernel.acting import acting
from laget.messaging.models import Message
from tests.cast import STAFF

pytestmark = pytest.mark.django_db
QUESTION = "En fireåring trekker seg unna i leken. Hva kan vi prøve?"


def asked_of(team, question=QUESTION, **more):
    return {"team": team.pk, "question": question, **more}


@pytest.fixture
def sent(as_user, holder, team, named, url):
    """The address of the discussion, asked about Nora."""
    data = asked_of(team, send="yes", sure="on")
    return as_user(holder).post(url("ask-team"), data)["Location"]


def test_the_page_says_what_to_leave_out_and_is_empty(
    as_user, holder, team, named, url
):
    page = as_user(holder).get(url("ask-team")).content.decode()
    assert "Utelat navn" in page
    assert "Ressursteamet" in page
    assert "Står ofte alene." not in page.split("</form>")[-2]


def test_she_reads_it_through_before_it_is_sent(as_user, holder, team, named, url):
    answer = as_user(holder).post(url("ask-team"), asked_of(team))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Dette får Ressursteamet lese" in page
    assert f"<p>{QUESTION}</p>" in page
    with acting(holder.pk, STAFF):
        assert not Discussion.objects.exists()


def test_it_is_not_sent_before_she_has_said_that_she_read_it(
    as_user, holder, team, named, url
):
    answer = as_user(holder).post(url("ask-team"), asked_of(team, send="yes"))
    assert answer.status_code == 422
    assert QUESTION in answer.content.decode()


def test_she_can_go_back_and_change_it(as_user, holder, team, named, url):
    page = as_user(holder).post(url("ask-team"), asked_of(team, change="yes"))
    assert f"{QUESTION}</textarea>" in page.content.decode()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Nora trekker seg unna", "«Nora»"),
        ("Mor, Maria, sier det samme", "«Maria»"),
        ("Født 15.01.2021", "«15.01.2021»"),
        ("Nummer 150181 12345", "«150181 12345»"),
    ],
)
@pytest.mark.parametrize("step", [{}, {"send": "yes", "sure": "on"}])
def test_what_shows_the_child_is_named_at_the_field_and_not_sent(
    as_user, holder, team, named, url, question, told, step
):
    answer = as_user(holder).post(url("ask-team"), asked_of(team, question, **step))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page.split('id="id_question_error"')[1]
    assert question in page
    with acting(holder.pk, STAFF):
        assert not Discussion.objects.exists()


def test_the_team_sees_the_question_and_nothing_that_leads_to_the_child(
    as_user, nurse, concern, named, sent
):
    pages = [
        as_user(nurse).get(address).content.decode()
        for address in (sent, reverse("discussions"))
    ]
    assert QUESTION in pages[0]
    for hidden in (concern.pk, named.pk, "Nora", "Sand", "Står ofte"):
        for page in pages:
            assert str(hidden) not in page


def test_neither_message_nor_event_leads_the_team_to_the_child(
    as_user, nurse, concern, named, sent
):
    as_user(nurse).get(sent)
    with acting(nurse.pk, STAFF):
        told = [*Message.objects.values_list("template", "ids")]
        seen = [*Event.objects.values_list("subject", "object", "action", "details")]
    assert told and seen
    for line in [*told, *seen]:
        assert str(concern.pk) not in str(line)
        assert str(named.pk) not in str(line)


def test_a_member_of_the_team_gets_no_further_than_the_question(
    as_user, nurse, sent, url
):
    assert as_user(nurse).get(url("concern")).status_code == 404


def test_others_see_neither_question_nor_list(as_user, colleague, stranger, sent):
    for other in (colleague, stranger):
        client = as_user(other)
        assert client.get(sent).status_code == 404
        assert sent not in client.get(reverse("discussions")).content.decode()


@pytest.mark.parametrize("region", [None, "rows"])
def test_the_advice_comes_back_to_the_one_who_asked(
    as_user, holder, nurse, sent, region
):
    page = as_user(nurse).get(sent).content.decode()
    action = sent + "advise/"
    assert f'action="{action}"' in page
    as_user(nurse, region).post(action, {"text": "Prøv lekegruppe 🧸"})
    mine = as_user(holder).get(sent).content.decode()
    assert "Prøv lekegruppe 🧸" in mine
    assert "Ola Dahl" in mine
    with acting(holder.pk, STAFF):
        assert Message.objects.get().template == "a_team_has_answered"


def test_empty_advice_is_asked_for_again(as_user, nurse, sent):
    assert as_user(nurse).post(sent + "advise/", {"text": " "}).status_code == 422


def test_the_one_who_asked_gives_no_advice_and_the_team_does_not_end_it(
    as_user, holder, nurse, sent
):
    assert as_user(holder).post(sent + "advise/", {"text": "Hei"}).status_code == 403
    assert as_user(nurse).post(sent + "end/").status_code == 403


def test_when_it_has_ended_no_more_advice_is_given(as_user, holder, nurse, sent):
    assert as_user(holder).post(sent + "end/")["Location"] == sent
    assert as_user(nurse).post(sent + "advise/", {"text": "Hei"}).status_code == 403


def test_to_look_at_the_end_ends_nothing(as_user, holder, nurse, sent):
    as_user(holder).get(sent + "end/")
    assert as_user(nurse).post(sent + "advise/", {"text": "Hei"}).status_code == 302


def test_only_its_asker_finds_the_way_back_to_the_concern(as_user, holder, sent, url):
    assert url("concern") in as_user(holder).get(sent).content.decode()


def test_the_unanswered_come_first(as_user, holder, nurse, team, named, url, sent):
    as_user(nurse).post(sent + "advise/", {"text": "Prøv det"})
    data = asked_of(team, "Hva med søvn?", send="yes", sure="on")
    as_user(holder).post(url("ask-team"), data)
    page = as_user(nurse).get(reverse("discussions")).content.decode()
    assert page.index("Hva med søvn?") < page.index("En fireåring")


def test_the_list_takes_as_many_statements_with_ten_as_with_one(
    as_user, holder, nurse, team, named, url, sent, django_assert_max_num_queries
):
    for number in range(9):
        data = asked_of(team, f"Spørsmål {number}", send="yes", sure="on")
        as_user(holder).post(url("ask-team"), data)
    client = as_user(nurse)
    with django_assert_max_num_queries(10):
        assert "Spørsmål 8" in client.get(reverse("discussions")).content.decode()


def test_what_may_be_a_name_is_pointed_out_before_it_is_sent(
    as_user, holder, team, concern, url
):
    question = "Hun leker bare med Trine."
    page = as_user(holder).post(url("ask-team"), asked_of(team, question))
    assert "«Trine»" in page.content.decode()
