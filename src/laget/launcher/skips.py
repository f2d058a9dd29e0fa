"""A plugin for pytest: a suite that left a test out has not passed.

Only what needs root may be left out, and then that is said at the end.
"""

from typing import Any

ALLOWED = "needs root"
FAILED = 1


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for report in terminalreporter.stats.get("skipped", []):
        terminalreporter.write_line(f"NOT RUN: {report.nodeid}: {_reason(report)}")


def pytest_sessionfinish(session: Any, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return  # a worker: the one who counts is above it
    skipped = reporter.stats.get("skipped", [])
    if exitstatus == 0 and any(ALLOWED not in _reason(one) for one in skipped):
        session.exitstatus = FAILED


def _reason(report: Any) -> str:
    return str(report.longrepr[-1] if report.longrepr else "")
