"""Whatever stands in the way, the launcher says it in one line, with what to do."""

import ast
import importlib.util
import os
import runpy
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]


def laget(*words, **environment):
    told = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HOME / "src"), **environment}
    command = [sys.executable, "-m", "laget.launcher", *words]
    return subprocess.run(command, env=told, cwd="/", capture_output=True, text=True)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["dmeo"], "There is no command dmeo"),
        (["demo", "--port", "80000"], "There is no port 80000"),
        (["demo", "--data", "/proc/laget"], "name another with --data"),
        (["serve"], "LAGET_SECRET_KEY is missing"),
        (["audit"], "Say ./laget audit verify"),
    ],
)
def test_one_line_and_what_to_do(words, says):
    done = laget(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_port_that_is_taken():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = laget("demo", "--port", str(port))
    assert done.returncode == 2
    assert f"Port {port} is taken" in done.stderr
    assert "choose another, such as --port" in done.stderr


def test_a_folder_of_someone_elses_is_never_thrown_away(tmp_path):
    (tmp_path / "diary").write_text("mine")
    done = laget("demo", "--reset", "--data", str(tmp_path), "--port", "8991")
    assert done.returncode == 2
    assert "nothing was thrown away" in done.stderr
    assert (tmp_path / "diary").read_text() == "mine"


def test_what_it_can_do_is_listed():
    done = laget("help")
    assert done.returncode == 0
    for command in ("demo", "serve", "test", "check", "backup", "restore"):
        assert f"  {command} " in done.stdout


def test_a_step_that_does_not_exist_is_not_called_right():
    done = laget("check", "speling")
    assert done.returncode == 2
    assert "translations" in done.stderr


def test_an_old_python_can_read_far_enough_to_say_so(monkeypatch, capsys):
    ast.parse((HOME / "laget").read_text(), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert launched(HOME / "laget") == 2
    assert "needs Python 3.11 or newer; this is 3.9." in capsys.readouterr().err


def test_a_python_without_venv_says_what_to_install(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert launched(copied(tmp_path)) == 2
    assert "apt-get install -y python3-venv" in capsys.readouterr().err


def test_without_a_network_it_says_so(tmp_path, monkeypatch, capsys):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        closed = nobody.getsockname()[1]
    monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{closed}/")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    assert launched(copied(tmp_path)) == 2
    assert "No network: connect, then try again." in capsys.readouterr().err


def launched(launcher):
    """How the launcher ended, run in here as a program."""
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(launcher), run_name="__main__")
    return ended.value.code


def copied(folder):
    """A house where nothing has been installed."""
    shutil.copytree(HOME / "requirements", folder / "requirements")
    return shutil.copy(HOME / "laget", folder / "laget")
