"""What somebody sees, asked in raw SQL as the application."""

from django.db import connection

from laget.kernel.acting import Role, acting
from laget.kernel.protected import protected_models
from laget.logs.models import Log
from tests.cast import job_of


def consent_of(child, person):
    return child.consents.live().get(service=job_of(person).unit.service)


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def tables_with_rows():
    tables = [model._meta.db_table for model in protected_models()]
    return {table for table in tables if rows(f"SELECT * FROM {table}")}


def sees(user, role=Role.STAFF):
    with acting(user.pk, role):
        return Log.objects.exists()
