"""The pages of messages on a phone and a desk: nothing sideways, room to press, axe."""

import pytest
from playwright.sync_api import sync_playwright

from laget.kernel.acting import Role, acting
from laget.threads import actions
from laget.threads.models import Post
from tests.browser.conftest import CHROMIUM, FLAGS, barriers
from tests.browser.family_pages import faults
from tests.family.frame.on_show import shown
from tests.threads.conftest import answer, begin

CODES = ["nb", "nn", "ar", "pl"]
WORDS = "Hun sover dårlig.\n\n" + "Enverygangallefårdetteordetsomikkekandeles" * 3


@pytest.fixture
def talk(noras_log, guardian, father, holder):
    """A long word, an answer, and one that was taken back."""
    talk = begin(noras_log, guardian, whom=[father], text=WORDS)
    wrong = answer(talk, holder)
    with acting(holder.pk, Role.STAFF):
        actions.recall(Post.objects.get(pk=wrong.pk))
    answer(talk, holder)
    return talk


@pytest.fixture
def by_all_ways(settings):
    settings.EMAIL_HOST, settings.DEFAULT_FROM_EMAIL = "mail", "Laget <a@b.example>"
    settings.SMS_URL = "https://sms.example/"


@pytest.fixture
def family_pages(as_family, talk, nora, guardian, by_all_ways):
    addresses = {
        "list": f"/family/{nora.pk}/messages/",
        "start": f"/family/{nora.pk}/messages/new/",
        "talk": f"/family/messages/{talk.pk}/",
        "notices": "/family/notices/",
        "reach": "/family/notices/how/",
        "needs": "/family/notices/needs/",
    }
    kept = {}
    for code in CODES:
        guardian.language = code
        guardian.save(update_fields=["language"])
        client = as_family(guardian)
        for name, url in addresses.items():
            kept[f"/{name}/{code}"] = client.get(url).content
    return kept


@pytest.fixture
def staff_pages(as_user, talk, nora, noras_log, holder, by_all_ways):
    addresses = {
        "list": f"/logs/{noras_log.pk}/messages/",
        "start": f"/logs/{noras_log.pk}/messages/new/",
        "talk": f"/messages/{talk.pk}/",
        "reach": "/inbox/how/",
    }
    client = as_user(holder)
    return {f"/{name}": client.get(url).content for name, url in addresses.items()}


def found(pages, look):
    """What is wrong with each; the browser comes after the pages, and asks nothing."""
    with sync_playwright() as play, shown(pages) as address:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab, wrong = chromium.new_page(), {}
        for path in pages:
            tab.goto(address + path)
            if faulty := look(tab, path):
                wrong[path] = faulty
        chromium.close()
    return wrong


def test_the_familys_pages(family_pages):
    def look(tab, path):
        return faults(tab, path.split("/")[-1])

    assert found(family_pages, look) == {}


def test_the_teams_pages(staff_pages):
    def look(tab, path):
        wrong = []
        for width in (360, 1280):
            tab.set_viewport_size({"width": width, "height": 760})
            if tab.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{width}: sideways")
            wrong += barriers(tab)
        return wrong

    assert found(staff_pages, look) == {}
