"""A floor for each page that is measured: one indexed query and a plain template."""

import uuid
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

MINE = """
SELECT child.id, child.name, child.born_on, log.level, log.next_on
FROM organisation_employment job
JOIN logs_participation part ON part.employment_id = job.id AND part.left_at IS NULL
JOIN logs_log log ON log.id = part.log_id
JOIN children_child child ON child.id = log.child_id
WHERE job.user_id = %s ORDER BY {order} LIMIT %s
"""
TIMELINE = """
SELECT child.id, child.name, entry.written_at, entry.kind, entry.text
FROM logs_entry entry
JOIN logs_log log ON log.id = entry.log_id
JOIN children_child child ON child.id = log.child_id
WHERE log.id = (SELECT id FROM logs_log WHERE child_id = %s AND closed_at IS NULL)
ORDER BY entry.written_at DESC LIMIT %s
"""
VISITS = """
SELECT actor, role, at, action, object FROM audit_event
WHERE subject = %s ORDER BY at DESC LIMIT %s
"""
SEARCH = """
SELECT child.id, child.name, entry.written_at, entry.kind, entry.text
FROM organisation_employment job
JOIN logs_participation part ON part.employment_id = job.id AND part.left_at IS NULL
JOIN logs_log log ON log.id = part.log_id
JOIN children_child child ON child.id = log.child_id
JOIN logs_entry entry ON entry.log_id = log.id
WHERE job.user_id = %s AND entry.search @@ websearch_to_tsquery('norwegian', %s)
ORDER BY entry.written_at DESC LIMIT %s
"""
PUBLISHED = """
SELECT id, name, checked_on, status, about FROM catalogue_programme
WHERE municipality_id = md5('m0')::uuid {found} ORDER BY name LIMIT %s
"""
FOUND = "AND search @@ websearch_to_tsquery('norwegian', %s)"
ADD = """
WITH written AS (
    INSERT INTO bench.entry VALUES (%s, %s, %s, now(), %s) RETURNING id)
INSERT INTO bench.event SELECT gen_random_uuid(), id, %s, now(), 'entry' FROM written
"""


def day(request: HttpRequest, rows: int) -> HttpResponse:
    return _list(request, MINE.format(order="log.next_on"), request.user.pk, rows)


def children(request: HttpRequest, rows: int) -> HttpResponse:
    return _list(request, MINE.format(order="child.sort_key"), request.user.pk, rows)


def child(request: HttpRequest, key: uuid.UUID, rows: int) -> HttpResponse:
    return _list(request, TIMELINE, key, rows)


def visits(request: HttpRequest, key: uuid.UUID, rows: int) -> HttpResponse:
    return _list(request, VISITS, key, rows)


def search(request: HttpRequest, rows: int) -> HttpResponse:
    return _list(request, SEARCH, request.user.pk, request.POST["words"], rows)


@login_not_required
def programmes(request: HttpRequest, rows: int) -> HttpResponse:
    words = [request.GET["words"]] if "words" in request.GET else []
    query = PUBLISHED.format(found=FOUND if words else "")
    return _list(request, query, *words, rows)


def save_form(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    me, text = request.user.pk, "".join(request.POST.values())
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ADD, [uuid.uuid4(), key, me, text, me])
    return HttpResponse("{}", content_type="application/json")


def write_entry(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    me, text = request.user.pk, request.POST["text"]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ADD, [uuid.uuid4(), key, me, text, me])
    return HttpResponse(status=303, headers={"Location": "/"})


def _list(request: HttpRequest, query: str, *words: Any) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(query, words)
        rows = cursor.fetchall()
    return render(request, "list.html", {"rows": rows})


urlpatterns = [
    path("day/<int:rows>/", day),
    path("children/<int:rows>/", children),
    path("child/<uuid:key>/<int:rows>/", child),
    path("visits/<uuid:key>/<int:rows>/", visits),
    path("search/<int:rows>/", search),
    path("programmes/<int:rows>/", programmes),
    path("save-form/<uuid:key>/", save_form),
    path("write-entry/<uuid:key>/", write_entry),
]
