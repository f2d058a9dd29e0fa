"""The municipality's own words, edited by the one it has appointed and nobody else."""

import pytest
from django.urls import reverse

from laget.catalogue.models import Programme
from laget.guide.models import Guide, Step
from laget.kernel.acting import acting
from laget.organisation.models import ProfileItem, ProfileVersion
from laget.organisation.profile import editing
from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.facts import filled
from tests.cast import STAFF

pytestmark = pytest.mark.django_db
PROGRAMME = {
    "name": "Åpen barnehage",
    "about": "Kom når du vil.",
    "tiers": ["green"],
    "age_from": "0",
    "age_to": "6",
    "status": "running",
    "source": "Oss selv",
    "checked_on": "01.11.2026",
}


def url(municipality, name, page="edit-record", key="", at=""):
    there = reverse(page, kwargs={"municipality_id": municipality.pk, "name": name})
    return f"{there}?key={key}&at={at}" if key or at else there


def add(client, municipality, **changed):
    """A new programme as a draft."""
    there = url(municipality, "programmes")
    seen = client.get(there).context["seen"]
    return client.post(there, {**PROGRAMME, "seen": seen, **changed})


def publish(client, municipality, name, key):
    return client.post(url(municipality, name, "publish-record", key))


@pytest.fixture
def browser(administrator, as_user):
    return as_user(administrator)


def test_what_is_written_is_a_draft_until_it_is_published(browser, bygdevik):
    assert add(browser, bygdevik).status_code == 302
    assert not Programme.objects.filter(name="Åpen barnehage").exists()

    publish(browser, bygdevik, "programmes", "Åpen barnehage")

    programme = Programme.objects.get(name="Åpen barnehage", municipality=bygdevik)
    assert (programme.age_to, programme.tiers) == (6, ["green"])


def test_every_version_is_kept_with_who_wrote_it(browser, bygdevik, administrator):
    add(browser, bygdevik)
    publish(browser, bygdevik, "programmes", "Åpen barnehage")
    there = url(bygdevik, "programmes", key="Åpen barnehage")
    seen = browser.get(there).context["seen"]
    browser.post(there, PROGRAMME | {"seen": seen, "about": "Hver dag."})
    publish(browser, bygdevik, "programmes", "Åpen barnehage")

    said = ProfileVersion.objects.values_list("version", "facts__about", "by")
    assert list(said) == [
        (2, "Hver dag.", administrator.pk),
        (1, "Kom når du vil.", administrator.pk),
    ]
    told = browser.get(url(bygdevik, "programmes", "record-versions", "Åpen barnehage"))
    assert "Hver dag." in told.content.decode()


def test_an_earlier_version_can_be_taken_up_again(browser, bygdevik):
    add(browser, bygdevik)
    publish(browser, bygdevik, "programmes", "Åpen barnehage")
    version = ProfileVersion.objects.get()
    there = reverse(
        "take-up-version",
        kwargs={"municipality_id": bygdevik.pk, "version_id": version.pk},
    )

    browser.post(there)

    assert ProfileItem.objects.get(key="Åpen barnehage").draft == version.facts


def test_a_fault_is_said_at_the_field_and_nothing_typed_is_lost(browser, bygdevik):
    answer = add(browser, bygdevik, age_to="mange", about="Vi synger sammen.")

    assert answer.status_code == 422
    assert "Vi synger sammen." in answer.content.decode()
    assert not ProfileItem.objects.filter(section="programmes").exists()


def test_two_who_edit_the_same_do_not_overwrite_each_other(browser, bygdevik):
    add(browser, bygdevik)
    there = url(bygdevik, "programmes", key="Åpen barnehage")
    seen = browser.get(there).context["seen"]
    browser.post(there, PROGRAMME | {"seen": seen, "about": "Den ene."})

    late = browser.post(there, PROGRAMME | {"seen": seen, "about": "Den andre."})

    assert late.status_code == 422
    assert "Den andre." in late.content.decode()
    assert ProfileItem.objects.get(key="Åpen barnehage").draft["about"] == "Den ene."


def test_a_step_of_the_guide_has_a_page_of_its_own(browser, bygdevik, administrator):
    guide = {
        "title": "Veileder for oss",
        "source": "Oss selv",
        "audience": "guardians",
        "levels": [{"key": "A", "name": "Se", "level": 0, "about": "", "time": ""}],
        "steps": [
            {"key": "A1", "level": "A", "title": "Legg merke", "what": "Se etter."}
        ],
    }
    with acting(administrator.pk, STAFF):
        facts = filled(SECTIONS["guides"].fields, guide)
        editing.save_draft(bygdevik, SECTIONS["guides"], "ny", facts, by=administrator)
    there = url(bygdevik, "guides", key="ny", at="steps/0")
    page = browser.get(there)
    typed = {
        name: "" if value is None else value
        for name, value in page.context["form"].initial.items()
        if value not in (False, None)
    }

    answer = browser.post(
        there, typed | {"title": "Legg merke til noe", "seen": page.context["seen"]}
    )
    assert answer.status_code == 302
    publish(browser, bygdevik, "guides", "ny")

    assert Step.objects.get(guide__key="ny").title == "Legg merke til noe"
    assert Guide.objects.get(key="ny").title == "Veileder for oss"


@pytest.mark.parametrize("username", ["holder", "leader", "stranger", "guardian"])
def test_nobody_else_opens_the_pages(username, request, as_user, bygdevik):
    client = as_user(request.getfixturevalue(f"{username}"))

    assert client.get(reverse("administration")).status_code == 403
    assert client.get(url(bygdevik, "programmes")).status_code in (403, 404)
    assert client.post(url(bygdevik, "programmes"), PROGRAMME).status_code in (403, 404)


def test_the_administrator_of_one_municipality_edits_no_other(browser, fjordby):
    assert browser.get(url(fjordby, "programmes")).status_code == 403


def test_places_that_are_not_there_are_not_found(browser, bygdevik):
    for at in ("steps/999999", "steps/x", "nothing/0", "steps", "../0"):
        there = url(bygdevik, "programmes", key="Åpen barnehage", at=at)
        assert browser.get(there).status_code == 404


def test_what_is_wrong_is_said_and_not_published(browser, bygdevik, administrator):
    add(browser, bygdevik, age_from="9")

    publish(browser, bygdevik, "programmes", "Åpen barnehage")

    assert not Programme.objects.filter(name="Åpen barnehage").exists()
    with acting(administrator.pk, STAFF):
        (fault,) = editing.faults(ProfileItem.objects.get())
    assert "age_from" in fault.sentence


def test_a_new_name_is_still_the_same_programme(browser, bygdevik):
    add(browser, bygdevik)
    publish(browser, bygdevik, "programmes", "Åpen barnehage")
    programme = Programme.objects.get(municipality=bygdevik, name="Åpen barnehage")
    there = url(bygdevik, "programmes", key="Åpen barnehage")
    seen = browser.get(there).context["seen"]
    browser.post(there, PROGRAMME | {"seen": seen, "name": "Familiehuset"})

    answer = publish(browser, bygdevik, "programmes", "Åpen barnehage")

    assert "Familiehuset" in answer.url
    programme.refresh_from_db()
    assert programme.name == ProfileItem.objects.get().key == "Familiehuset"


def test_the_draft_can_be_read_whole_before_it_is_published(browser, bygdevik):
    add(browser, bygdevik, about="Vi synger sammen.")

    page = browser.get(url(bygdevik, "programmes", key="Åpen barnehage"))

    said = {one.label: one.lines for one in page.context["preview"]}
    assert ["Vi synger sammen."] in said.values()
    assert ["1. november 2026"] in said.values()
