"""`./laget bench ...`: how fast the pages are, beside the least they could cost."""

import os
import sys

from laget.launcher.installation import for_tools
from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble


def main(arguments: list[str]) -> int:
    if not (HOME / "tests" / "bench").is_dir():
        raise Trouble("There is no tests/bench here: it is not part of this copy.")
    command = [sys.executable, "-m", "tests.bench", *arguments]
    os.execve(command[0], command, for_tools())
