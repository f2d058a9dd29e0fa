"""The one question behind *my day*: all that waits for a person.

Written as SQL: the same is asked on every page of the day, of a dozen tables of which
each mention costs, and the person's own logs are found once for all of it. What the
person may not see, row-level security leaves out here as everywhere.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from laget.kernel import clock, planned, workdays

WARNED = timedelta(days=60)  # so long before it runs out, a consent is worth a thought
WEEK = 5  # working days

ASK = """
WITH held AS MATERIALIZED (  -- the open logs that the person holds
    SELECT id, child_id, unit_id, next_on FROM logs_log
    WHERE holder_id = %(me)s AND closed_at IS NULL

), standing AS MATERIALIZED (  -- the consents that stand for those children
    SELECT id, child_id, service_id, expires_at FROM consents_consent
    WHERE child_id = ANY (ARRAY(SELECT child_id FROM held))
      AND ended_at IS NULL AND effective_at IS NOT NULL AND expires_at > %(now)s

), team AS MATERIALIZED (  -- those on the teams, and whether anything lets them see:
    SELECT part.id, part.log_id, held.child_id, part.joined_at, job.user_id,
           service.name AS service,  -- their own unit's task, a law, or a consent
           job.unit_id = held.unit_id OR part.statute <> ''
           OR (held.child_id, unit.service_id) IN
              (SELECT child_id, service_id FROM standing) AS sees
    FROM held
    JOIN logs_participation part ON part.log_id = held.id AND part.left_at IS NULL
    JOIN organisation_employment job
      ON job.id = part.employment_id AND job.ended_at IS NULL
    JOIN organisation_unit unit ON unit.id = job.unit_id
    JOIN organisation_service service ON service.id = unit.service_id

), mine AS (  -- what the person is responsible for, or is asked to take over
    SELECT 'review' AS kind, review_on AS due, log_id, id, text AS words
    FROM logs_intervention
    WHERE owner_id = %(me)s AND ended_at IS NULL AND review_on <= %(week)s
    UNION ALL
    SELECT 'goal', next_on, log_id, id, text FROM logs_goal
    WHERE owner_id = %(me)s AND ended_at IS NULL AND next_on <= %(week)s
    UNION ALL
    SELECT 'handover', offer.from_on, offer.log_id, offer.id, giver.name
    FROM organisation_employment job
    JOIN logs_handover offer ON offer.to_id = job.id AND offer.answered_at IS NULL
    JOIN accounts_user giver ON giver.id = offer.offered_by_id
    WHERE job.user_id = %(me)s AND job.ended_at IS NULL

), waiting AS (
    SELECT mine.kind, mine.due, log.child_id, mine.id, mine.words
    FROM mine JOIN logs_log log ON log.id = mine.log_id
    UNION ALL
    SELECT 'log', next_on, child_id, id, '' FROM held WHERE next_on <= %(week)s
    UNION ALL
    SELECT 'concern', next_on, child_id, id, label FROM concerns_concern
    WHERE owner_id = %(me)s AND decided_at IS NULL
    UNION ALL
    SELECT 'consent_ends', (standing.expires_at AT TIME ZONE %(zone)s)::date,
           standing.child_id, standing.id, service.name
    FROM standing JOIN organisation_service service ON service.id = standing.service_id
    WHERE standing.expires_at <= %(warned)s
    UNION ALL
    SELECT 'consent_missing', (joined_at AT TIME ZONE %(zone)s)::date, child_id, id,
           service
    FROM team WHERE NOT sees
    UNION ALL  -- questions to the person's teams that nobody has answered
    SELECT 'question', (talk.asked_at AT TIME ZONE %(zone)s)::date, NULL, talk.id,
           team.name
    FROM concerns_discussion talk JOIN organisation_team team ON team.id = talk.team_id
    WHERE talk.closed_at IS NULL AND talk.asked_by_id <> %(me)s
      AND NOT EXISTS (SELECT FROM concerns_advice WHERE discussion_id = talk.id)
    UNION ALL  -- the person's own that have got an answer
    SELECT 'advice', (talk.asked_at AT TIME ZONE %(zone)s)::date, NULL, talk.id,
           team.name
    FROM concerns_discussion talk JOIN organisation_team team ON team.id = talk.team_id
    WHERE talk.closed_at IS NULL AND talk.asked_by_id = %(me)s
      AND EXISTS (SELECT FROM concerns_advice WHERE discussion_id = talk.id)
    UNION ALL  -- requests for help: that the person's unit is asked to take, that the
    SELECT CASE WHEN mine.unit_id IS NULL THEN 'request'  -- person answers for, or late
                ELSE 'request_asked' END,
           request.next_on, NULL, request.id, request.code
    FROM intake_helprequest request
    LEFT JOIN intake_routing asked
      ON asked.request_id = request.id AND asked.answered_at IS NULL
    LEFT JOIN organisation_employment mine
      ON mine.unit_id = asked.to_unit_id AND mine.user_id = %(me)s
     AND mine.ended_at IS NULL
    LEFT JOIN organisation_employment owner
      ON owner.id = request.employment_id AND owner.ended_at IS NULL
    WHERE request.closed_at IS NULL AND COALESCE(owner.user_id, %(me)s) = %(me)s
      AND (mine.unit_id IS NOT NULL OR asked.id IS NULL OR request.next_on < %(today)s)
    UNION ALL  -- what somebody has left, in the units that the person leads
    SELECT 'concern_left', concern.next_on, concern.child_id, concern.id, owner.name
    FROM concerns_concern concern
    JOIN organisation_employment job
      ON job.id = concern.employment_id AND job.ended_at IS NOT NULL
    JOIN accounts_user owner ON owner.id = concern.owner_id
    WHERE concern.decided_at IS NULL AND job.unit_id IN (
        SELECT unit_id FROM organisation_employment
        WHERE user_id = %(me)s AND is_leader AND ended_at IS NULL)
    UNION ALL  -- and in the logs that the person holds: the owner sees it no longer
    SELECT 'goal_left', goal.next_on, held.child_id, goal.id, goal.text
    FROM held JOIN logs_goal goal ON goal.log_id = held.id AND goal.ended_at IS NULL
    WHERE (goal.log_id, goal.owner_id) NOT IN
          (SELECT log_id, user_id FROM team WHERE sees)
    UNION ALL
    SELECT 'intervention_left', done.review_on, held.child_id, done.id, done.text
    FROM held JOIN logs_intervention done
      ON done.log_id = held.id AND done.ended_at IS NULL
    WHERE (done.log_id, done.owner_id) NOT IN
          (SELECT log_id, user_id FROM team WHERE sees)
)
SELECT waiting.kind, waiting.due, waiting.child_id, waiting.id, waiting.words,
       COALESCE(child.name, '')  -- as far as the person may know it
FROM waiting LEFT JOIN children_child child ON child.id = waiting.child_id
ORDER BY waiting.due, waiting.id
"""
Row = tuple[Any, Any, UUID | None, UUID, str, str]


def rows(me: UUID) -> Iterator[Row]:
    """Kind, day, child, record, words and the child's name; the first day first."""
    now = clock.now()
    week = workdays.ahead(clock.today(), WEEK) + timedelta(days=7)
    zone = timezone.get_current_timezone_name()
    told: dict[str, Any] = {
        "me": me,
        "now": now,
        "warned": now + WARNED,
        "week": week,
        "zone": zone,
        "today": clock.today(),
    }
    with planned.cursor() as cursor:
        cursor.execute(ASK, told)
        yield from cursor.fetchall()
