"""The red door: always open, one's own, and told to nobody by the system."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from laget.audit.models import Event
from laget.children.models import Child, Protection
from laget.concerns.models import Concern
from laget.kernel.acting import acting
from laget.messaging.models import Message
from laget.rights.models import Report
from tests.cast import STAFF, make_child, make_concern, make_log
from tests.staff.register.conftest import a_number

pytestmark = pytest.mark.django_db
WORDS = {
    "message": "Blåmerker på armene",
    "history": "",
    "other_views": "",
    "other_services": "",
    "child_name": "Nora Sand",
    "child_address": "",
    "child_phone": "",
    "child_told": "no",
    "child_told_why": "For liten",
    "guardians": "Maria Sand",
    "guardians_told": "no",
    "guardians_told_why": "Mistanke om vold",
    "other_guardian": "",
    "interpreter": "",
    "reporter_phone": "",
    "reporter_email": "",
}


def begin(client, name="report", *keys):
    place = reverse(name, args=keys)
    return client.post(place, {"once": str(uuid4())})["Location"]


@pytest.fixture
def report(as_user, holder, child):
    """The holder's draft about Nora."""
    begin(as_user(holder), "report-child", child.pk)
    with acting(holder.pk, STAFF):
        return Report.objects.get()


def write(client, report, version=1, **changed):
    place = reverse("write-report", args=[report.pk])
    return client.post(place, WORDS | {"version": version} | changed)


def send(client, report, how="Nasjonal portal"):
    place = reverse("send-report", args=[report.pk])
    return client.post(place, {"how": how, "on": "22.11.2026"})


def main_of(response):
    return response.content.decode().split('<main id="main"')[1].split("</main>")[0]


def test_when_to_report_is_shown_with_its_law_and_date(as_user, holder):
    text = main_of(as_user(holder).get("/report/"))

    assert "Barnevernsloven § 13-2 bokstav a" in text
    assert "LOV-2025-06-20-39" in text
    assert "lest 1. november 2026" in text
    assert text.index("Politi 112") < text.index("Når må jeg melde?")
    assert "skal du ikke si det til de foresatte først" in text


def test_a_report_begins_with_what_is_registered_and_nothing_from_the_log(
    as_user, holder, log, intervention
):
    begin(as_user(holder), "report-child", log.child_id)

    with acting(holder.pk, STAFF):
        report = Report.objects.get()
        assert report.child_name == "Nora Sand"
        assert report.guardians == "Maria Sand"
        assert (report.message, report.history, report.other_services) == ("", "", "")
        assert report.child_told is None and report.guardians_told is None


def test_a_report_needs_no_registered_child(as_user, colleague):
    place = begin(as_user(colleague))

    assert as_user(colleague).get(place).status_code == 200


def test_a_report_from_a_concern_takes_nothing_out_of_it(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, seen="Hemmelig notat")
    place = begin(as_user(holder), "report-concern", concern.pk)

    assert "Hemmelig notat" not in as_user(holder).get(place).content.decode()
    with acting(holder.pk, STAFF):
        assert Report.objects.get().concern == Concern.objects.get()


def test_a_report_is_written_read_through_and_marked_as_sent(as_user, holder, report):
    response = write(as_user(holder), report)
    assert response["Location"] == reverse("send-report", args=[report.pk])
    read = main_of(as_user(holder).get(response["Location"]))
    assert "Blåmerker på armene" in read
    assert "readonly" in read

    sent = send(as_user(holder), report)

    assert sent["Location"] == reverse("print-report", args=[report.pk])
    text = main_of(as_user(holder).get(sent["Location"]))
    assert "Nasjonal portal" in text
    assert "Sendt" in main_of(as_user(holder).get("/report/"))


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ({"message": ""}, "Skriv hva du er bekymret for"),
        ({"child_told": ""}, "Si om barnet og de foresatte"),
        ({"guardians_told": ""}, "Si om barnet og de foresatte"),
        ({"other_guardian": "Jon Sand"}, "Si om den andre foresatte"),
    ],
)
def test_what_lacks_is_said_before_it_is_marked_as_sent(
    as_user, holder, report, lacks, said
):
    write(as_user(holder), report, **lacks)

    response = send(as_user(holder), report)

    assert response.status_code == 422
    assert said in main_of(response)
    with acting(holder.pk, STAFF):
        assert Report.objects.get().sent_at is None


def test_how_it_was_sent_is_asked(as_user, holder, report):
    write(as_user(holder), report)

    assert send(as_user(holder), report, how="").status_code == 422


def test_what_has_been_sent_is_not_changed(as_user, holder, report):
    write(as_user(holder), report)
    send(as_user(holder), report)

    assert write(as_user(holder), report, version=2).status_code == 403
    assert send(as_user(holder), report).status_code == 403


def test_a_draft_saves_itself(as_user, holder, report):
    place = reverse("save-report", args=[report.pk])

    first = as_user(holder).post(place, WORDS | {"version": 1, "message": "Så"})
    old = as_user(holder).post(place, WORDS | {"version": 1, "message": "Gammel"})
    wrong = as_user(holder).post(place, WORDS | {"version": "x"})

    assert first.json()["version"] == 2
    assert (old.status_code, wrong.status_code) == (409, 422)
    with acting(holder.pk, STAFF):
        assert Report.objects.get().message == "Så"


def test_two_windows_both_keep_their_words(as_user, holder, report):
    write(as_user(holder), report, message="Fra det ene vinduet")

    response = write(as_user(holder), report, message="Fra det andre vinduet")

    text = main_of(response)
    assert response.status_code == 409
    assert "Fra det ene vinduet" in text
    assert "Fra det andre vinduet" in text
    assert 'name="version" value="2"' in text
    merged = write(as_user(holder), report, version=2, message="Begge")
    assert merged.status_code == 302


def test_what_is_wrong_is_said_and_everything_typed_is_kept(as_user, holder, report):
    response = write(as_user(holder), report, reporter_phone="4" * 31, history="Lenge")

    assert response.status_code == 422
    assert "Blåmerker på armene" in main_of(response)
    assert "Lenge" in main_of(response)


def test_the_number_follows_on_paper_and_stands_nowhere_else(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik, number=a_number())
    written = begin(as_user(holder), "report-child", child.pk)
    printed = written.rstrip("/") + "/print/"

    assert a_number() not in main_of(as_user(holder).get(written))
    assert a_number() in main_of(as_user(holder).get(printed))


def test_a_protected_child_is_warned_about(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, protection=Protection.STRICT
        )
    place = begin(as_user(holder), "report-child", child.pk)

    assert "Skriv ingen adresse" in main_of(as_user(holder).get(place))


@pytest.mark.parametrize("name", ["write-report", "send-report", "print-report"])
@pytest.mark.parametrize(
    "who", ["leader", "nurse", "adviser", "colleague", "stranger", "guardian"]
)
def test_nobody_but_the_writer_sees_a_report(
    request, as_user, holder, nurse, adviser, child, report, name, who
):
    with acting(holder.pk, STAFF):
        make_log(Child.objects.get(), holder, nurse, adviser)
    client = as_user(request.getfixturevalue(who))

    assert client.get(reverse(name, args=[report.pk])).status_code == 404
    assert as_user(holder).get(reverse(name, args=[report.pk])).status_code == 200
    assert Client().get(reverse(name, args=[report.pk])).status_code == 302


def test_that_somebody_reports_is_told_to_nobody(as_user, holder, nurse, log):
    """Neither the team, nor later the family, reads it out of who has looked."""
    with acting(nurse.pk, STAFF):
        before = Event.objects.filter(action="child.read").count()
    client = as_user(holder)
    client.get(reverse("report-child", args=[log.child_id]))
    begin(client, "report-child", log.child_id)
    with acting(holder.pk, STAFF):
        report = Report.objects.get()
        assert Event.objects.filter(action="report.started").exists()
    write(client, report)
    send(client, report)
    client.get(reverse("print-report", args=[report.pk]))

    with acting(nurse.pk, STAFF):
        seen = Event.objects.values_list("action", flat=True)
        assert not [action for action in seen if "report" in action]
        assert seen.filter(action="child.read").count() == before + 1
        assert not Event.objects.filter(object=report.pk).exists()
    with acting(nurse.pk, STAFF):
        assert not Message.objects.filter(template__contains="report").exists()


@pytest.mark.parametrize(
    "who", ["holder", "nurse", "adviser", "colleague", "leader", "teacher", "stranger"]
)
def test_the_door_is_open_to_all_who_work(request, as_user, who):
    user = request.getfixturevalue(who)

    assert as_user(user).get("/report/").status_code == 200
    assert as_user(user).get(begin(as_user(user))).status_code == 200


def test_the_door_of_a_child_is_for_those_who_see_the_child(
    request, as_user, log, child
):
    place = reverse("report-child", args=[child.pk])
    for who, status in {
        "holder": 200,
        "nurse": 200,
        "colleague": 404,
        "leader": 404,
        "stranger": 404,
        "guardian": 404,
    }.items():
        user = request.getfixturevalue(who)
        assert as_user(user).get(place).status_code == status, who
    assert (
        as_user(request.getfixturevalue("guardian")).get("/report/").status_code == 403
    )


def test_the_door_of_a_concern_is_its_owners(as_user, holder, colleague, concern):
    place = reverse("report-concern", args=[concern.pk])

    assert as_user(holder).get(place).status_code == 200
    assert as_user(colleague).get(place).status_code == 404


def test_a_withdrawn_consent_or_a_closed_case_shuts_no_door(as_user, adviser):
    """Who has lost sight of a child reports about it all the same, by its name."""
    place = begin(as_user(adviser))

    assert as_user(adviser).get(place).status_code == 200


def test_a_form_sent_twice_begins_one_report(as_user, holder):
    typed = {"once": str(uuid4())}
    for _ in range(2):
        as_user(holder).post("/report/", typed)

    with acting(holder.pk, STAFF):
        assert Report.objects.count() == 1


def test_my_reports_cost_the_same_however_many(
    as_user, holder, child, django_assert_max_num_queries
):
    client, counts = as_user(holder), []
    for _ in range(2):
        begin(client, "report-child", child.pk)
        begin(client)
        with django_assert_max_num_queries(15) as found:
            client.get("/report/")
        counts.append(len(found))

    assert counts[0] == counts[1]


def test_writing_costs_few_statements(
    as_user, holder, report, django_assert_max_num_queries
):
    client = as_user(holder)
    for name in ("write-report", "send-report", "print-report"):
        with django_assert_max_num_queries(15):
            client.get(reverse(name, args=[report.pk]))
