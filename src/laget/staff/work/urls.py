"""Goals and help, the level, the baton, the team, the end."""

from django.urls import path

from laget.staff.work import (
    closing,
    goals,
    handovers,
    interventions,
    levels,
    moving,
    opening,
    team,
)

LOG = "logs/<uuid:log_id>"
GOAL = "goals/<uuid:goal_id>"
INTERVENTION = "interventions/<uuid:intervention_id>"
HANDOVER = "handovers/<uuid:handover_id>"
PART = "team/<uuid:participation_id>"

urlpatterns = [
    path("children/<uuid:child_id>/open/", opening.open_log, name="open-log"),
    path(f"{LOG}/goals/", goals.set_goal, name="set-goal"),
    path(f"{GOAL}/", goals.change_goal, name="change-goal"),
    path(f"{GOAL}/end/", goals.end_goal, name="end-goal"),
    path(
        f"{GOAL}/interventions/",
        interventions.add_intervention,
        name="add-intervention",
    ),
    path(
        f"{INTERVENTION}/",
        interventions.change_intervention,
        name="change-intervention",
    ),
    path(f"{INTERVENTION}/review/", interventions.review, name="review"),
    path(f"{LOG}/level/", levels.change_level, name="change-level"),
    path(f"{LOG}/next-date/", levels.next_date, name="log-next-date"),
    path(f"{LOG}/handover/", handovers.offer_log, name="offer-log"),
    path(f"{HANDOVER}/", handovers.handover, name="handover"),
    path(f"{HANDOVER}/accept/", handovers.accept_handover, name="accept-handover"),
    path(f"{HANDOVER}/decline/", handovers.decline_handover, name="decline-handover"),
    path(
        f"{HANDOVER}/take-back/",
        handovers.take_back_handover,
        name="take-back-handover",
    ),
    path(f"{LOG}/team/", team.invite, name="invite"),
    path(f"{LOG}/team/by-law/", team.invite_by_law, name="invite-by-law"),
    path(f"{PART}/leave/", team.leave, name="leave-team"),
    path(f"{PART}/remove/", team.remove, name="remove-from-team"),
    path(f"{LOG}/move/", moving.move_child, name="move-child"),
    path(f"{LOG}/close/", closing.close_log, name="close-log"),
]
