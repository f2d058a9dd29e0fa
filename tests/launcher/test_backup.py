"""A backup holds every row, whoever may see it; and comes back whole, or not at all."""

import shutil
import tempfile
from pathlib import Path

import pytest

from laget.kernel import embedded
from laget.launcher import archive, backup, restore
from laget.launcher.installation import Installation
from laget.launcher.trouble import Trouble


@pytest.fixture(scope="module")
def place():
    folder = Path(tempfile.mkdtemp(prefix="laget-backup-"))
    folder.chmod(0o755)
    embedded.start(folder / "data")
    yield folder
    embedded.stop(folder / "data")
    shutil.rmtree(folder)


@pytest.fixture
def house(place, monkeypatch):
    """Three secrets that row security shows to nobody. Its migrations are not ours."""
    monkeypatch.setattr(Installation, "manage", lambda self, *words, role: None)
    embedded.empty_database(place / "data")
    with embedded.connect(place / "data", embedded.OWNER, embedded.NAME) as owner:
        owner.execute("CREATE TABLE secrets (id int, word text)")
        owner.execute("ALTER TABLE secrets ENABLE ROW LEVEL SECURITY")
        owner.execute(r"INSERT INTO secrets VALUES (1,'a'), (2,E'b\n\\.'), (3,'æøå')")
    return Installation(place / "data", {})


@pytest.fixture
def file(place):
    path = place / "laget.backup"
    yield path
    for made in place.glob("laget.backup*"):
        made.unlink()


def test_it_holds_the_rows_that_nobody_may_see(house, file):
    assert backup.back_up(house, file) == {"secrets": 3}
    assert archive.rows_in(file) == {"secrets": 3}
    assert file.stat().st_mode & 0o777 == 0o600


def test_it_fails_rather_than_hold_less(house, file):
    say(house, "ALTER TABLE secrets FORCE ROW LEVEL SECURITY")
    with pytest.raises(Exception, match="row-level security"):
        backup.back_up(house, file)
    assert not file.exists()


def test_it_comes_back_as_it_was(house, file):
    backup.back_up(house, file)
    say(house, "DELETE FROM secrets")

    restore.put_back(house, file, replace=True)

    assert [word for (word,) in ask(house)] == ["a", "b\n\\.", "æøå"]


def test_what_is_there_is_not_overwritten_unasked(house, file):
    backup.back_up(house, file)
    with pytest.raises(Trouble, match="not empty"):
        restore.put_back(house, file, replace=False)
    assert len(ask(house)) == 3


def test_a_backup_that_lost_a_row_is_refused_and_nothing_changes(house, file):
    backup.back_up(house, file)
    archive.counts_beside(file).write_text('{"secrets": 4}')
    with pytest.raises(Trouble, match="secrets has 3 rows, not 4"):
        restore.put_back(house, file, replace=True)
    assert len(ask(house)) == 3


def test_a_broken_file_is_refused_and_nothing_changes(house, file):
    backup.back_up(house, file)
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(Trouble):
        restore.put_back(house, file, replace=True)
    assert len(ask(house)) == 3


def test_a_restore_that_fails_half_way_leaves_what_was_there(house, file, monkeypatch):
    backup.back_up(house, file)
    monkeypatch.setattr(restore, "NOT_FOR_ALL", ())  # one line PostgreSQL refuses
    with pytest.raises(Trouble, match="psql"):
        restore.put_back(house, file, replace=True)
    assert len(ask(house)) == 3


def say(house, words):
    with embedded.connect(house.data, embedded.OWNER, embedded.NAME) as owner:
        owner.execute(words)


def ask(house):
    with embedded.connect(house.data, embedded.OWNER, embedded.NAME) as owner:
        return owner.execute("SELECT word FROM secrets ORDER BY id").fetchall()


def test_a_database_that_does_not_answer_is_named_in_one_line():
    with pytest.raises(Trouble, match="does not answer: .*port 1 "):
        archive.Address("host=127.0.0.1 port=1", "").connect()
