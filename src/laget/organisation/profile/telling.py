"""What loading did, or would do, in words for the one who asked."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.merging import Change, How

FEW = 12
SHORT = 60


def language_here() -> str:
    """That of whoever sits at this machine; English when it is none of ours."""
    said = next((os.environ[n] for n in ("LC_ALL", "LANG") if os.environ.get(n)), "")
    return {"nb": "nb", "no": "nb", "nn": "nn"}.get(said[:2], "en")


def tell(changes: Sequence[Change], *, dry_run: bool = False) -> Iterator[str]:
    """A line for what is the same, and one for each record that is not."""
    for profile in dict.fromkeys(change.profile for change in changes):
        own = [change for change in changes if change.profile == profile]
        yield f"{profile}: {_count(own, dry_run=dry_run)}"
        yield from _added([change for change in own if change.how is How.ADDED])
        for change in own:
            if change.how not in (How.ADDED, How.SAME):
                yield f"  {_line(change)}"
                yield from _both(change)
    if dry_run:
        yield _("Nothing has been changed: this was only looked at.")


def _count(changes: Sequence[Change], *, dry_run: bool) -> str:
    many = Counter(change.how for change in changes)
    if set(many) == {How.SAME}:
        return _("nothing is new ({number} records).").format(number=many[How.SAME])
    new, changed = many[How.ADDED], many[How.CHANGED] + many[How.TAKEN]
    changed += many[How.RENAMED]
    said = (
        _("{new} would be added, {changed} would change, {same} are as they were.")
        if dry_run
        else _("{new} added, {changed} changed, {same} as they were.")
    )
    return said.format(new=new, changed=changed, same=len(changes) - new - changed)


def _added(changes: Sequence[Change]) -> Iterator[str]:
    """By section; with names, when they are few enough to read."""
    for section in dict.fromkeys(change.section for change in changes):
        keys = [change.key for change in changes if change.section == section]
        names = f": {', '.join(keys)}" if len(keys) <= FEW else ""
        yield f"  + {SECTIONS[section].title} ({len(keys)}){names}"


def _line(change: Change) -> str:
    what = f'{SECTIONS[change.section].title}, "{change.key}"'
    keys = ", ".join(change.differs)
    said = {
        How.CHANGED: _("~ {what}: {keys} follow the folder."),
        How.RENAMED: _("~ {what} has a new name."),
        How.EDITED: _("= {what} was edited here ({keys}), and stays so."),
        How.BOTH: _(
            "! {what} was edited here and has changed in the folder too. What is here "
            "stays; --take-folder takes the folder's."
        ),
        How.TAKEN: _("! {what} was edited here; the folder's is taken instead."),
        How.GONE: _("- {what} is no longer in the folder. It stays here."),
    }
    return said[change.how].format(what=what, keys=keys)


def _both(change: Change) -> Iterator[str]:
    if change.how in (How.BOTH, How.TAKEN):
        for name in change.differs:
            here = _short((change.before or {}).get(name))
            there = _short((change.after or {}).get(name))
            said = _("{key}: here {here}; in the folder {there}")
            yield "      " + said.format(key=name, here=here, there=there)


def _short(fact: object) -> str:
    text = repr(fact) if isinstance(fact, str) else str(fact)
    return text if len(text) <= SHORT else f"{text[:SHORT]}..."
