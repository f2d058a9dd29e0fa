"""docs/seed-coverage.md: what the plans ask for and where it is seen, as a page."""

from collections import Counter
from collections.abc import Iterator

from laget.organisation.profile import coverage
from laget.organisation.profile.coverage import Plan, Row

HEAD = """# What the five plans ask for, and where it is seen

Made by `./laget manage write_seed_coverage` from [the rows](seed-coverage/plans.toml);
`./laget check` says when it is no longer true. Each record in a profile, each page,
test and file that is named here has been looked up, and is there. Whether the words
are right is for people to judge: tell us where they are not.

The plans belong to the municipalities. What they say is told here in our words.

"""


def document() -> str:
    """The whole page, as Markdown."""
    plans = coverage.plans()
    return "".join([HEAD, *_meanings(), *_totals(plans), *_works(plans), *_all(plans)])


def _meanings() -> Iterator[str]:
    for status, means in coverage.told()["status"].items():
        yield f"- **{status}**: {means}\n"


def _totals(plans: list[Plan]) -> Iterator[str]:
    yield "\n## In numbers\n\n"
    statuses = list(coverage.told()["status"])
    yield f"| plan | {' | '.join(statuses)} | all |\n|---{'| ---: ' * 5}|\n"
    for plan in plans:
        yield _total(plan.title, list(plan.rows), statuses)
    yield _total("**all**", [row for plan in plans for row in plan.rows], statuses)


def _total(title: str, rows: list[Row], statuses: list[str]) -> str:
    counted = Counter(row.status for row in rows)
    cells = [str(counted[status]) for status in statuses]
    return f"| {title} | {' | '.join(cells)} | {len(rows)} |\n"


def _works(plans: list[Plan]) -> Iterator[str]:
    counted = Counter(work for p in plans for row in p.rows for work in row.work)
    yield "\n## What remains, by kind of work\n\n| kind | what it is | rows |\n"
    yield "| --- | --- | ---: |\n"
    for work, about in coverage.told()["work"].items():
        yield f"| {work} | {about} | {counted[work]} |\n"


def _all(plans: list[Plan]) -> Iterator[str]:
    for plan in plans:
        yield f"\n## {plan.title}\n\n"
        yield "| | asks for | status | where | remains |\n"
        yield f"|{' --- |' * 5}\n"
        for row in plan.rows:
            yield _line(row)


def _line(row: Row) -> str:
    where = "; ".join(_where(each) for each in row.where)
    remains = ". ".join(filter(None, [row.note.rstrip("."), ", ".join(row.work)]))
    return f"| {row.row} | {row.asks} | {row.status} | {where} | {remains} |\n"


def _where(where: str) -> str:
    """What can be opened is a link; a page is its address."""
    if where.startswith("page:"):
        return f"`{_plain(coverage.address(where.removeprefix('page:')))}`"
    item = coverage.record(where)
    if item is None:
        return f"[{where.rpartition('/')[2]}](../{where})"
    return f"[{item.where.file}](../profiles/{item.where.file}): {_named(where)}"


def _named(where: str) -> str:
    whole, _, part = where.partition("#")
    name = whole.partition(":")[2]
    return ", ".join(filter(None, [name, part.replace(".", " ", 1)]))


def _plain(address: str) -> str:
    return address.replace("%(", "<").replace(")s", ">")
