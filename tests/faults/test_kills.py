"""What was confirmed to a user is there after a crash, and is there once."""

import os
import signal
from collections import Counter
from collections.abc import Iterator
from threading import Event
from time import monotonic

import psutil
import pytest

from laget.kernel import embedded
from tests.faults.writers import Person, Writer
from tests.served import Served, demonstration

PEOPLE = ["turid", "silje", "ingrid", "petter"]
WRITTEN = "SELECT seen FROM concerns_concern WHERE seen LIKE 'sen %'"
PATIENCE = 120  # seconds


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with demonstration() as running:
        yield running


@pytest.fixture
def writers(served: Served) -> Iterator[list[Writer]]:
    """Four people who write without a pause, until the test has seen enough."""
    enough = Event()
    crew = [Writer(_logged_in(served, name), enough) for name in PEOPLE]
    for writer in crew:
        writer.start()
    yield crew
    enough.set()
    for writer in crew:
        writer.join()


def test_a_database_that_is_killed_loses_nothing_that_was_confirmed(served, writers):
    for _ in range(2):
        wait_for_more(writers)
        os.kill(database_of(served).pid, signal.SIGKILL)
    wait_for_more(writers)
    stop(writers)

    assert_all_is_there_once(served, writers)


def test_a_web_worker_that_is_killed_makes_no_record_twice(served, writers):
    for _ in range(4):
        wait_for_more(writers)
        web_workers_of(served)[0].kill()
    wait_for_more(writers)
    stop(writers)

    assert_all_is_there_once(served, writers)


def test_while_the_database_is_away_the_page_says_so_and_heals_by_itself(served):
    person = _logged_in(served, PEOPLE[0])
    frozen = database_of(served)
    os.kill(frozen.pid, signal.SIGKILL)

    answer, text = until_answered(person, "/day/")
    if answer.status == 503:  # it may be back before we ask
        assert answer.getheader("Retry-After")
        assert "Traceback" not in text and "psycopg" not in text
    assert until_well(person, "/day/")


def test_the_same_form_sent_twice_makes_one_record(served):
    person = _logged_in(served, PEOPLE[1])
    words = {"seen": "sen to ganger", "once": "3f0c2b1e-8f0a-4b7e-9a51-0c1d2e3f4a5b"}

    first, _ = person.send("/worry/start/", words)
    again, _ = person.send("/worry/start/", words)

    assert first.status == again.status == 302
    assert first.getheader("Location") == again.getheader("Location")
    assert in_the_database(served)["sen to ganger"] == 1


def assert_all_is_there_once(served, writers):
    there = in_the_database(served)
    confirmed = set().union(*(writer.confirmed for writer in writers))

    assert [odd for writer in writers for odd in writer.odd] == []
    assert len(confirmed) > len(PEOPLE)
    assert confirmed - set(there) == set()
    assert [label for label, times in there.items() if times > 1] == []


def in_the_database(served):
    with embedded.connect(served.data, embedded.OWNER, embedded.NAME) as connection:
        return Counter(text for (text,) in connection.execute(WRITTEN))


def wait_for_more(writers, more=5):
    """Until each of them has had some more confirmed."""
    wanted = [len(writer.confirmed) + more for writer in writers]
    limit = monotonic() + PATIENCE
    while any(len(w.confirmed) < n for w, n in zip(writers, wanted, strict=True)):
        assert monotonic() < limit, [len(w.confirmed) for w in writers]
        assert all(writer.is_alive() for writer in writers)
        writers[0].until.wait(0.05)


def stop(writers):
    writers[0].until.set()
    for writer in writers:
        writer.join()


def until_answered(person, path):
    limit = monotonic() + PATIENCE
    while monotonic() < limit:
        try:
            return person.ask("GET", path)
        except OSError:
            continue
    raise AssertionError("nobody answers")


def until_well(person, path):
    limit = monotonic() + PATIENCE
    while monotonic() < limit:
        if until_answered(person, path)[0].status == 200:
            return True
    return False


def database_of(served):
    pid = int((served.data / "cluster" / "postmaster.pid").read_text().split()[0])
    return psutil.Process(pid)


def web_workers_of(served):
    """The processes that answer: gunicorn's children, not the master."""
    below = psutil.Process(served.process.pid).children(recursive=True)
    web = [p for p in below if "gunicorn" in " ".join(p.cmdline())]
    return [p for p in web if p.parent() in web]


def _logged_in(served, username):
    person = Person(served, username)
    person.log_in()
    return person
