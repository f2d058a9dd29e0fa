"""A young person says how it is; the team reads it, and at home only if she lets."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.audit.models import Event
from laget.kernel.acting import acting
from laget.voices.models import Voice
from tests.family import FAMILY, STAFF
from tests.voices.conftest import begin, speak

WORDS = "Det er bråk i friminuttene."
MARKS = ("SAVEPOINT", "RELEASE")


def at(name, child):
    return reverse(name, kwargs={"child_id": child.pk})


def text_of(response):
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.fixture
def hers(nora, noras_log, youth):
    return speak(nora, youth)


def test_she_writes_it_sees_who_reads_it_and_shares_it(
    nora, noras_log, youth, holder, as_family, as_user
):
    client = as_family(youth)
    typed = {"version": 1, "area_home": "good", "say": WORDS, "not_there": "Rektor"}
    written = client.post(at("write-voice", nora), typed)
    assert written["Location"] == at("share-voice", nora)
    readers = text_of(client.get(written["Location"]))
    for name in ("Kari Lund", "Ola Dahl", "Maria Sand", "Ivar Sand", WORDS):
        assert name in readers
    assert "Jon Sand" not in readers  # who is barred is not spoken of
    client.post(at("share-voice", nora), {})
    seen = text_of(as_user(holder).get(at("child", nora)))
    assert WORDS in seen
    assert seen.index(WORDS) < seen.index('id="now"')  # first of all
    with acting(youth.pk, FAMILY):
        assert not Voice.objects.get().open_to_guardians


def test_she_chooses_which_guardian_reads_it_and_nobody_is_chosen_at_first(
    nora, noras_log, youth, guardian, father, as_family
):
    begin(nora, youth)
    page = as_family(youth).get(at("share-voice", nora)).text
    assert page.count('name="open_to"') == 2
    assert "checked" not in page.split('name="open_to"', 1)[1]
    with acting(youth.pk, FAMILY):
        hers = nora.guardianships.get(user=guardian).pk
    as_family(youth).post(at("share-voice", nora), {"open_to": [hers]})
    assert WORDS in text_of(as_family(guardian).get(at("my-voice", nora)))
    assert WORDS not in text_of(as_family(father).get(at("my-voice", nora)))
    shown = text_of(as_family(youth).get(at("my-voice", nora)))
    assert "Laget kan lese det, og Maria Sand" in shown


def test_the_team_knows_which_guardian_reads_it(
    nora, noras_log, youth, guardian, holder, as_family, as_user
):
    begin(nora, youth)
    with acting(youth.pk, FAMILY):
        hers = nora.guardianships.get(user=guardian).pk
    as_family(youth).post(at("share-voice", nora), {"open_to": [hers]})
    shown = text_of(as_user(holder).get(at("child", nora)))
    assert "Av de foresatte kan bare Maria Sand lese det." in shown
    with acting(holder.pk, STAFF):
        key = noras_log.pk
    page = as_user(holder).get(reverse("call-meeting", args=[key])).text
    assert "Av de foresatte leser bare Maria Sand dette." in page


def test_one_who_is_no_guardian_of_hers_cannot_be_let_in(
    nora, noras_log, youth, barred, holder, as_family
):
    begin(nora, youth)
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=barred).pk
    answer = as_family(youth).post(at("share-voice", nora), {"open_to": [his]})
    assert answer.status_code == 422
    with acting(youth.pk, FAMILY):
        assert Voice.objects.get().shared_at is None


def test_the_one_who_is_not_let_in_finds_no_byte_though_the_other_reads_it(
    nora, noras_log, youth, guardian, father, as_family
):
    pages = ["my-voice", "our-plan", "our-data"]
    for page in pages:  # been there once: a page may say that one is new
        as_family(father).get(at(page, nora))
    before = {page: bare(as_family(father).get(at(page, nora))) for page in pages}
    begin(nora, youth)
    with acting(youth.pk, FAMILY):
        hers = nora.guardianships.get(user=guardian).pk
    as_family(youth).post(at("share-voice", nora), {"open_to": [hers]})
    as_family(guardian).get(at("my-voice", nora))
    for page in pages:
        assert bare(as_family(father).get(at(page, nora))) == before[page]
    with acting(father.pk, FAMILY):
        visits = Event.objects.filter(action="child.voice")
        assert not visits.exclude(actor=father.pk).exists()
    with acting(youth.pk, FAMILY):
        assert Event.objects.filter(action="child.voice", actor=guardian.pk).exists()


def test_a_guardian_who_is_not_let_in_finds_no_byte(
    nora, noras_log, youth, guardian, as_family
):
    pages = ["my-voice", "my-rights", "our-experience"]
    before = {page: as_family(guardian).get(at(page, nora)) for page in pages}
    speak(nora, youth)
    begin(nora, youth)
    for page in pages:
        now = as_family(guardian).get(at(page, nora))
        assert bare(now) == bare(before[page])
    for page in ("write-voice", "share-voice"):
        assert as_family(guardian).get(at(page, nora)).status_code == 403


def test_a_guardian_reads_what_she_has_opened(
    nora, noras_log, youth, guardian, as_family
):
    speak(nora, youth, opened=True)
    page = as_family(guardian).get(at("my-voice", nora))
    assert WORDS in text_of(page)
    assert reverse("take-back-voice", args=[_key(youth)]) not in text_of(page)


@pytest.mark.parametrize("who", ["barred", "doctor", "colleague", "holder"])
def test_others_find_nothing_there(who, nora, hers, as_family, request):
    client = as_family(request.getfixturevalue(who))
    for page in ("my-voice", "write-voice", "share-voice", "my-rights"):
        assert client.get(at(page, nora)).status_code == 404
    taken = client.post(reverse("take-back-voice", args=[hers]))
    assert taken.status_code == 404


def test_she_takes_it_back_and_the_team_reads_it_no_more(
    nora, hers, youth, holder, as_family, as_user
):
    client = as_family(youth)
    assert client.post(reverse("take-back-voice", args=[hers])).status_code == 302
    assert WORDS in text_of(client.get(at("my-voice", nora)))
    assert WORDS not in text_of(as_user(holder).get(at("child", nora)))


def test_it_saves_itself_and_only_she_sees_the_draft(
    nora, noras_log, youth, holder, as_family, as_user
):
    saved = as_family(youth).post(at("save-voice", nora), {"version": 1, "say": WORDS})
    assert saved.json()["version"] == 2
    assert WORDS in text_of(as_family(youth).get(at("write-voice", nora)))
    assert WORDS not in text_of(as_user(holder).get(at("child", nora)))


def test_nothing_typed_is_lost_when_another_window_has_saved(
    nora, noras_log, youth, as_family
):
    begin(nora, youth)
    typed = {"version": 1, "say": "Fra det andre vinduet", "area_home": "bad"}
    clash = as_family(youth).post(at("write-voice", nora), typed)
    assert clash.status_code == 409
    assert "Fra det andre vinduet" in text_of(clash)
    assert WORDS in text_of(clash)
    again = typed | {"version": 2}
    assert as_family(youth).post(at("write-voice", nora), again).status_code == 302


def test_the_faces_have_words_and_are_no_numbers(nora, noras_log, youth, as_family):
    page = text_of(as_family(youth).get(at("write-voice", nora)))
    for word in ("Veldig bra", "Bra", "Sånn passe", "Ikke bra", "Vondt", "Hopp over"):
        assert page.count(f"<span>{word}</span>") == 6
    for value in re.findall(r'name="area_\w+" value="(\w*)"', page):
        assert not value.isdigit()


@pytest.mark.parametrize(
    "page", ["my-voice", "write-voice", "share-voice", "my-rights", "our-experience"]
)
def test_one_can_leave_every_page_at_once(page, nora, hers, youth, as_family):
    begin(nora, youth)
    text = text_of(as_family(youth).get(at(page, nora)))
    assert "data-leave" in text
    assert "tel:116111" in text
    assert "tel:112" in text


def test_the_team_and_the_child_write_together_and_it_is_said_who_helped(
    child, log, holder, nurse, as_user
):
    client = as_user(holder)
    typed = {"version": 1, "area_school": "good", "say": "Jeg vil leke."}
    client.post(at("staff-voice", child), typed)
    refused = client.post(at("share-staff-voice", child), {})
    assert refused.status_code == 422
    client.post(at("staff-voice", child), typed | {"version": 2, "helped_by": "Kari"})
    client.post(at("share-staff-voice", child), {})
    seen = text_of(as_user(nurse).get(at("child", child)))
    assert "skrevet sammen med Kari (Kari Lund)" in seen
    assert "I barnehagen" in seen


def test_what_is_new_since_the_last_visit_is_marked(nora, hers, holder, youth, as_user):
    client = as_user(holder)
    assert "Nytt siden du var her" in text_of(client.get(at("child", nora)))
    assert "Nytt siden du var her" not in text_of(client.get(at("child", nora)))


def test_those_at_work_who_do_not_work_with_the_child_are_not_let_in(
    child, log, colleague, as_user
):
    assert as_user(colleague).get(at("staff-voice", child)).status_code == 404


def test_a_guardian_writes_with_a_small_child(child, log, guardian, holder, as_family):
    client = as_family(guardian)
    typed = {"version": 1, "area_home": "good", "helped_by": "Mamma"}
    client.post(at("write-voice", child), typed)
    client.post(at("share-voice", child), {})
    with acting(holder.pk, STAFF):
        assert Voice.objects.get().helped_by == "Mamma"


def test_the_page_costs_the_same_however_much_has_been_said(
    nora, hers, youth, as_family
):
    few = statements(as_family(youth), nora)
    for _ in range(5):
        speak(nora, youth)
    assert statements(as_family(youth), nora) == few <= 15


def statements(client, child):
    with CaptureQueriesContext(connection) as captured:
        client.get(at("my-voice", child))
    return len([q for q in captured if not q["sql"].startswith(MARKS)])


def bare(page):
    """The page but for what differs each time it is sent."""
    return re.sub(r'(csrfmiddlewaretoken|once)" value="[^"]+"', "", text_of(page))


def _key(by):
    with acting(by.pk, FAMILY):
        return Voice.objects.get().pk
