"""`./laget profile check | load | export | new | schema`: municipalities as folders."""

import os
from collections.abc import Callable
from pathlib import Path

from laget.launcher import manage
from laget.launcher.installation import for_tools
from laget.launcher.places import HOME
from laget.launcher.trouble import Trouble

USAGE = """
  ./laget profile check PATH...     what is wrong, with file and line; changes nothing
  ./laget profile load PATH...      make the database say the same, all or nothing
      --dry-run                     only say what that would change
      --take-folder                 where both were changed, take what the folder says
  ./laget profile export NAME DIR   what is in the database, edits included, as folders
  ./laget profile new NAME          a folder to begin with, in profiles/ or --in DIR
  ./laget profile schema            descriptions of the files, for editors

PATH is a profile's folder, or a folder with several. docs/profiles.md says more.
"""


def main(arguments: list[str]) -> int:
    """Raises Trouble, which ends with 2, when it is not said what to do."""
    word, *rest = arguments or ["help"]
    if word in {"help", "-h", "--help"}:
        print(USAGE)
        return 0
    if word not in WORDS:
        raise Trouble(f"There is no ./laget profile {word}." + USAGE)
    return WORDS[word](rest)


def check(paths: list[str]) -> int:
    if not paths or any(path.startswith("-") for path in paths):
        raise Trouble("Say ./laget profile check PATH...")
    _prepare()
    from laget.organisation.profile.checking import check_folders

    found = check_folders([Path(path) for path in paths])
    for fault in found:
        print(f"{'warning: ' if fault.is_warning else ''}{fault}")
    wrong = sum(not fault.is_warning for fault in found)
    print(_summary(wrong, len(found) - wrong))
    return 1 if wrong else 0


def load(arguments: list[str]) -> int:
    return manage.main(["profile_load", *arguments])


def export(arguments: list[str]) -> int:
    return manage.main(["profile_export", *arguments])


def new(arguments: list[str]) -> int:
    folder = HOME / "profiles"
    if "--in" in arguments[:-1]:
        at = arguments.index("--in")
        folder = Path(arguments[at + 1])
        arguments = arguments[:at] + arguments[at + 2 :]
    if len(arguments) != 1 or arguments[0].startswith("-"):
        raise Trouble("Say ./laget profile new NAME [--in DIR].")
    _prepare()
    from laget.organisation.profile.skeleton import write_skeleton

    try:
        made = write_skeleton(folder, arguments[0])
    except ValueError as error:
        raise Trouble(str(error)) from error
    print("\n".join(str(path) for path in made))
    return 0


def schema(arguments: list[str]) -> int:
    _prepare()
    from django.core.management import call_command

    call_command("write_profile_keys", *arguments)
    return 0


WORDS: dict[str, Callable[[list[str]], int]] = {
    "check": check,
    "load": load,
    "export": export,
    "new": new,
    "schema": schema,
}


def _prepare() -> None:
    """The declarations can be read without any database."""
    os.environ.update(for_tools())
    import django
    from django.utils import translation

    django.setup()
    from laget.organisation.profile.telling import language_here

    translation.activate(language_here())


def _summary(faults: int, warnings: int) -> str:
    if not faults and not warnings:
        return "Nothing is wrong."
    return f"{_count(faults, 'fault')}, {_count(warnings, 'warning')}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
