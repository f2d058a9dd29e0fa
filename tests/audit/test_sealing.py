"""The head of the books is kept in a file apart, and grows with them."""

import logging

from laget.audit import chain
from laget.audit.models import note_own
from laget.audit.tasks import seal
from laget.kernel.acting import acting
from tests.cast import STAFF


def test_a_new_head_is_added_and_the_same_one_is_not(tmp_path, holder):
    file = tmp_path / "kept" / "heads"
    seal(file)
    seal(file)
    assert len(file.read_text().splitlines()) == 1
    assert chain.Head.read(file.read_text()) == chain.latest()
    assert file.stat().st_mode & 0o077 == 0


def test_books_that_have_become_shorter_are_said_so(tmp_path, holder, caplog):
    file = tmp_path / "heads"
    with acting(holder.pk, STAFF):
        note_own("test.done", holder.pk)
    file.write_text(f"{10**9} {'ab' * 32} 2026-01-01T00:00:00\n")
    with caplog.at_level(logging.CRITICAL):
        seal(file)
    assert "shorter" in caplog.text
    assert len(file.read_text().splitlines()) == 2  # nothing that was kept is lost
