"""Where things are: the house itself, and what an installation keeps."""

import hashlib
import os
from pathlib import Path

from laget.kernel.programs import can_reach

HOME = Path(__file__).resolve().parents[3]
SOURCE = HOME / "src"
PACKAGE = SOURCE / "laget"
SYSTEM = Path("/var/lib/laget")


def default_data(name: str) -> Path:
    """In the house; for root in a closed folder, where the system keeps such things.

    PostgreSQL runs as an account without powers when we are root. That account cannot
    enter, say, /root, and we open no folder that someone has closed.
    """
    if can_reach(HOME):
        return HOME / ".data" / name
    mark = hashlib.sha256(os.fsencode(HOME)).hexdigest()[:8]
    return SYSTEM / mark / name
