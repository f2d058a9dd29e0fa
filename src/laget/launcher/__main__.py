"""Find the command that was named, and say in one line what stands in its way."""

import importlib
import os
import sys

from laget.kernel.programs import ProgramFailed
from laget.launcher.translations import compile_stale
from laget.launcher.trouble import Trouble

COMMANDS = {
    "demo": "A municipality with invented people, in your browser, on this machine.",
    "serve": "The production server and its worker. docs/operations.md says how.",
    "backup": "FILE: everything in the database into one file, counted.",
    "restore": "FILE: put a backup back into an empty database.",
    "audit": "verify: is the book of who did what unbroken? head: its newest line.",
    "profile": "check, load, export, new: a municipality as a folder of text files.",
    "manage": "Django's own commands, such as migrate.",
    "test": "The whole suite, browser included. It fetches Chromium if it may.",
    "check": "Is the code as we said it should be? Format, types, texts and more.",
    "bench": "How fast the pages are, beside the least they could cost.",
}
MORE = """
With --help after a command, it says what else it can be told. `audit`, `manage`,
`backup` and `restore` are about the server if its keys are in the environment, and
else about the demonstration.
"""
MODULES = {"test": "testing"}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        return _explain()
    command, *rest = arguments
    if command not in COMMANDS:
        raise Trouble(f"There is no command {command}. ./laget help lists them.")
    compile_stale()
    name = MODULES.get(command, command)
    module = importlib.import_module(f"laget.launcher.{name}")
    result: int = module.main(rest)
    return result


def _explain() -> int:
    print("Laget: the team around the child.\n\n./laget COMMAND\n")
    for command, what in COMMANDS.items():
        print(f"  {command:<8} {what}")
    print(MORE, end="")
    return 0


def run() -> int:
    try:
        return main(sys.argv[1:])
    except (Trouble, ProgramFailed) as trouble:
        print(f"laget: {trouble}", file=sys.stderr)
    except OSError as error:
        print(f"laget: {explain(error)}", file=sys.stderr)
    except KeyboardInterrupt:
        print("laget: stopped.", file=sys.stderr)
    return 2


def explain(error: OSError) -> str:
    """What an error of the operating system asks of the one who reads it."""
    what = os.strerror(error.errno) if error.errno else str(error)
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{what}. Choose another place, or make room there."


if __name__ == "__main__":
    sys.exit(run())
