"""A fresh database for each run, migrated by its owner. Tests are the application."""

import gc
import os
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.template import Template
from django.test.signals import template_rendered
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from pytest_django.plugin import blocking_manager_key

from laget.kernel import clock, embedded
from laget.launcher.translations import compile_stale
from tests import own_database, served, standing, standing_clock
from tests.browser.spoken import languages

INVENTED = ExitStack()
LONG = ("proof", "browser", "main_job", "demonstration")

pytest_plugins = ["tests.cast", "tests.family"]


def pytest_addoption(parser):
    parser.addoption("--proof", choices=["short", "long"], default="short")
    parser.addoption("--write-access", action="store_true")


def pytest_terminal_summary(terminalreporter, config):
    """Whoever reads what passed reads in which languages it was looked at."""
    done = [each for some in terminalreporter.stats.values() for each in some]
    named = (getattr(each, "nodeid", "") for each in done)
    if any(name.startswith("tests/browser/test_family_pages.py") for name in named):
        spoken = ", ".join(languages(config.getoption("--proof")))
        terminalreporter.write_line(f"Family pages looked at in: {spoken}.")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The long files first: else one worker is left with them when all others rest."""
    many = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.path.parent.name not in LONG, -many[item.path]))


def pytest_collection_finish(session):
    """What is there from now on stays: the collector need not look at it again."""
    gc.collect()
    gc.freeze()


def pytest_sessionstart(session):
    """Once a run, before any worker: the server, and one migrated database to copy."""
    if hasattr(session.config, "workerinput"):
        return
    if compile_stale():  # bokmål has been read already, as it was
        translation_file_changed(None, Path("django.mo"))
    embedded.start(settings.DATA)
    own_database.need_not_last(settings.DATA)
    embedded.empty_database(settings.DATA, settings.TEMPLATE)
    with session.config.stash[blocking_manager_key].unblock():
        call_command("migrate", database="owner", verbosity=0)
        connections.close_all()
        own_database.keep_empty_one(settings.DATA)
        with connections["owner"].cursor() as cursor:
            cursor.execute(clock.MOVABLE)
            cursor.execute(standing_clock.MAY_STAND)
        standing.build("owner")
        connections.close_all()
    INVENTED.enter_context(served.invented_once())


def pytest_sessionfinish(session):
    if not hasattr(session.config, "workerinput"):
        embedded.stop(settings.DATA)
        INVENTED.close()


@pytest.fixture(scope="session", autouse=True)
def the_page_is_told_of(django_test_environment):
    """What a page was made from, and not each of its hundred parts: that takes long."""
    Template._render = _told


@pytest.fixture(autouse=True)
def nobody_has_chosen_a_language():
    """A page that was asked for speaks on after it, to the next test too."""
    translation.deactivate()


def _told(template, context):
    if context.template is template:
        template_rendered.send(sender=template, template=template, context=context)
    return template.nodelist.render(context)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """Each worker has its own copy."""
    if os.environ.get("PYTEST_XDIST_WORKER"):
        embedded.copy_database(
            settings.DATA, settings.TEST_NAME, template=settings.TEMPLATE
        )
    yield
    with django_db_blocker.unblock():
        connections.close_all()
