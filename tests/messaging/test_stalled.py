"""A job whose worker was killed is taken up again; every job knows when it runs."""

from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from laget.messaging.tasks import retry_stalled

PERIODIC = {"remind_everyone", "retry_stalled", "seal_books", "tell_everyone"}
DEAD = """
INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '5 minutes')
RETURNING id
"""


def test_the_periodic_jobs_are_known():
    known = {task.task.name for task in app.periodic_registry.periodic_tasks.values()}
    assert known >= PERIODIC


def test_a_job_that_a_killed_worker_had_begun_is_retried(db):
    mine = app.tasks["seal_books"].defer(timestamp=0)
    with connection.cursor() as cursor:
        cursor.execute(DEAD)
        doing = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s"
        cursor.execute(doing, cursor.fetchone())
    async_to_sync(retry_stalled.func)(timestamp=0)
    assert ProcrastinateJob.objects.get(pk=mine).status == "todo"
