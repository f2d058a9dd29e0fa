"""Everything that leaves the house, made with marked words: none of them is found.

Each message there is, to each who may get it, in each language, by mail and by SMS.
"""

import json
from email.utils import parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread as Running

import pytest
from django.utils import translation

from laget.accounts.models import User
from laget.kernel.acting import Role, acting
from laget.kernel.languages import KNOWN
from laget.kernel.protected import protected_models
from laget.messaging import outside, reaching
from laget.messaging.models import By, Message, queue
from laget.messaging.visible import visible
from laget.messaging.words import WORDS
from tests.messaging.conftest import NOON, at, tell
from tests.threads.conftest import begin

STAFF, FAMILY = Role.STAFF, Role.FAMILY
MARKED = [
    *("Nora", "Sand", "Maria", "Ivar", "Kari", "Lund", "Lia", "barnehage"),
    *("Helsestasjonen", "Bygdevik", "Fjordby", "Selvskading", "Blåmerker"),
    *("barn", "child", "thread", "samtykke", "bekymring", "kommune", "team"),
]
TEXTS = {
    "nb": "Det er noe nytt til deg i Laget. Logg inn for å lese det.",
    "nn": "Det er noko nytt til deg i Laget. Logg inn for å lese det.",
    "en": "You have something new in Laget. Log in to read it.",
}
HOUSE = "https://laget.example.no/login/"


@pytest.fixture
def marked(noras_log, guardian):
    """What the messages could lead to, full of words that must not get out."""
    talk = begin(noras_log, guardian, subject="Selvskading", text="Blåmerker")
    return {"thread": talk.pk, "log": noras_log.pk, "child": noras_log.child_id}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_no_message_says_outside_what_it_is_about(
    sink, noon, marked, guardian, holder, language
):
    people = {FAMILY: guardian, STAFF: holder}
    User.objects.update(language=language)
    for template, words in WORDS.items():
        hat = FAMILY if words.family else STAFF
        person = people[hat]
        with acting(person.pk, hat):
            reaching.choose(person, by=By.MAIL, email="a@example.no")
            queue(
                template, to=person, **marked if words.family else about(words, marked)
            )
        at(NOON)
    assert len(sink.letters) == len(WORDS)
    assert {plain(letter) for _, letter, _ in sink.letters} == {
        f"{TEXTS[language]}\n\n{HOUSE}"
    }
    for _, letter, raw in sink.letters:
        found = [word for word in MARKED if word.lower() in raw.lower()]
        assert found == []
        assert parsedate_to_datetime(letter["Date"])


def about(words, marked):
    return {name: key for name, key in marked.items() if name == words.about}


def plain(letter):
    """The words, as the one who gets it reads them."""
    return letter.get_content().strip().replace("\r\n", "\n")


def test_the_envelope_says_no_more_than_the_letter(sink, by_mail, holder):
    by_mail(holder)
    tell(holder)
    at(NOON)
    ((_, letter, _),) = sink.letters
    assert letter["Subject"] == "Noe nytt i Laget"
    assert letter["From"] == "Laget <no-reply@laget.example.no>"
    assert letter["Message-ID"].endswith("@laget.example.no>")
    assert set(letter) - {"X-Peer", "X-MailFrom", "X-RcptTo"} == {
        *("Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject"),
        *("From", "To", "Date", "Message-ID", "Auto-Submitted"),
    }


@pytest.mark.parametrize("language", [*KNOWN, "xx"])
def test_there_is_a_text_in_some_language_for_everybody(language, settings):
    settings.SMS_URL = ""
    with translation.override(language if language in KNOWN else "nb"):
        assert str(outside.TEXT)


@pytest.mark.parametrize("template", sorted(WORDS))
def test_what_a_message_leads_to_is_a_kind_of_record_that_is_known(template):
    kinds = {model._meta.model_name for model in protected_models()}
    words = WORDS[template]
    assert not words.key or words.about in kinds


def test_a_message_about_what_nobody_knows_is_seen_by_nobody(db, guardian, holder):
    with acting(guardian.pk, FAMILY):
        queue("a_guardian_was_added", to=guardian, dragon=holder.pk)
        assert visible(Message.objects.all()) == []


# By SMS ----------------------------------------------------------------------------


class Gateway(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, dict(self.headers), json.loads(body)))
        self.send_response(self.server.answer)
        if self.server.answer == 302:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        self.server.got.append((self.path, {}, {}))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def gateway(settings):
    server = HTTPServer(("127.0.0.1", 0), Gateway)
    server.got, server.answer = [], 202
    running = Running(target=server.serve_forever)
    running.start()
    settings.SMS_URL = f"http://127.0.0.1:{server.server_port}/send"
    settings.SMS_TOKEN, settings.SMS_SENDER = "secret", "Laget"
    settings.ADDRESS = "https://laget.example.no"
    yield server
    server.shutdown()
    running.join()
    server.server_close()


@pytest.fixture
def by_sms(noon, holder):
    with acting(holder.pk, STAFF):
        reaching.choose(holder, by=By.SMS, phone="+4790000000")
    tell(holder)


def test_by_sms_the_same_words_leave(gateway, by_sms):
    at(NOON)
    ((path, heads, body),) = gateway.got
    assert path == "/send"
    assert body == {
        "from": "Laget",
        "to": "+4790000000",
        "text": f"{TEXTS['nb']} {HOUSE}",
    }
    assert heads["Authorization"] == "Bearer secret"
    assert heads["Idempotency-Key"]


def test_a_gateway_that_points_elsewhere_is_not_followed(gateway, by_sms):
    gateway.answer = 302
    at(NOON)
    assert [path for path, *_ in gateway.got] == ["/send"]
    gateway.answer = 202
    at(NOON.replace(minute=1))
    assert len(gateway.got) == 2, "and it is tried again"


@pytest.mark.parametrize("answer", [400, 404, 429, 500, 503])
def test_what_the_gateway_refuses_is_tried_again(gateway, by_sms, answer):
    gateway.answer = answer
    at(NOON)
    gateway.answer = 202
    at(NOON.replace(minute=1))
    assert len(gateway.got) == 2
    at(NOON.replace(minute=2))
    assert len(gateway.got) == 2
    keys = {heads["Idempotency-Key"] for _, heads, _ in gateway.got}
    assert len(keys) == 1, "a second copy can be known"
