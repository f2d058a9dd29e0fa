"""What the database itself says, in raw SQL: to each person, and to its owner."""

from django.db import connection, connections

from laget.kernel.acting import Role, acting

TABLES = {
    "child": "children_child",
    "guardian": "children_guardianship",
    "concern": "concerns_concern",
    "log": "logs_log",
    "part": "logs_participation",
    "question": "concerns_discussion",
    "report": "rights_report",
    "consent": "consents_consent",
    "offer": "logs_handover",
    "goal": "logs_goal",
    "intervention": "logs_intervention",
    "entry": "logs_entry",
}
ARMS = [f"SELECT '{kind}', id FROM {table}" for kind, table in TABLES.items()]
# One table for each function that decides; the rest follow the same functions.
DECIDING = set(list(TABLES)[:5])
ALL, SOME = " UNION ALL ".join(ARMS), " UNION ALL ".join(ARMS[:5])
NOBODY_HOLDS = """
SELECT log.id FROM logs_log log WHERE closed_at IS NULL AND 1 <> (
    SELECT count(DISTINCT job.user_id) FROM logs_participation part
    JOIN organisation_employment job ON job.id = part.employment_id
    WHERE part.log_id = log.id AND part.left_at IS NULL
      AND job.user_id = log.holder_id)
"""
SEVERAL_OPEN = """
SELECT child_id FROM logs_log WHERE closed_at IS NULL GROUP BY 1 HAVING count(*) > 1
"""
OWNERLESS = """
SELECT thing.id FROM (
    SELECT id, log_id, owner_id, next_on FROM logs_goal WHERE ended_at IS NULL
    UNION ALL
    SELECT id, log_id, owner_id, review_on FROM logs_intervention WHERE ended_at IS NULL
) thing
JOIN logs_log log ON log.id = thing.log_id
WHERE log.closed_at IS NOT NULL OR thing.next_on IS NULL OR NOT EXISTS (
    SELECT FROM logs_participation part
    JOIN organisation_employment job ON job.id = part.employment_id
    WHERE part.log_id = thing.log_id AND part.left_at IS NULL
      AND job.user_id = thing.owner_id)
UNION ALL SELECT id FROM concerns_concern
WHERE decided_at IS NULL AND (owner_id IS NULL OR next_on IS NULL)
"""
UNHEARD = """
SELECT id FROM logs_levelchange WHERE child_view = '' OR heard = '' OR tried = ''
    OR best_interests = ''
UNION ALL SELECT id FROM logs_log
WHERE closed_at IS NOT NULL AND (child_words = '' OR child_heard = '')
"""
UNGIVEN = """
SELECT id FROM consents_consent consent WHERE effective_at IS NOT NULL AND (
    NOT EXISTS (SELECT FROM consents_answer
                WHERE consent_id = consent.id AND said = 'yes')
    OR EXISTS (SELECT FROM consents_answer
               WHERE consent_id = consent.id AND said = 'no'))
"""
WRONG = {
    "an open log has one holder, on its team": NOBODY_HOLDS,
    "a child has one open log": SEVERAL_OPEN,
    "what is open has an owner on the team and a next date": OWNERLESS,
    "the child is heard where a level changes or a log closes": UNHEARD,
    "a consent stands by a yes and no no": UNGIVEN,
}
NEW = """
SELECT link.nr, link.book, COALESCE(event.actor, change.actor),
       COALESCE(event.role, change.role), event.action, event.subject, event.object
FROM audit_link link
LEFT JOIN audit_event event ON link.book = 'e' AND event.id = link.line
LEFT JOIN audit_history change ON link.book = 'h' AND change.id = link.line
WHERE link.nr > %s ORDER BY link.nr
"""
KEPT = """
SELECT count(*) FROM audit_history WHERE "row" = %s
AND (after ->> 'text' = %s OR after ->> 'seen' = %s)
"""


def seen_by(user, role, sql):
    """Every row of the kinds above that the database shows this person."""
    with acting(user.pk, role), connection.cursor() as cursor:
        cursor.execute(sql)
        return set(cursor.fetchall())


def ask_owner(sql, *values):
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()


def is_kept(row, text):
    """The words are in the history, whatever became of them since."""
    return ask_owner(KEPT, row, text, text)[0][0] > 0


STAFF, FAMILY = Role.STAFF, Role.FAMILY
