from django.urls import path

from laget.staff.worry import (
    concerns,
    deciding,
    discussions,
    guide,
    sharing,
    start,
    talks,
)

CONCERN = "concerns/<uuid:concern_id>/"
DISCUSSION = "discussions/<uuid:discussion_id>/"

urlpatterns = [
    path("worry/", start.worry, name="worry"),
    path("worry/start/", start.start_concern, name="start-concern"),
    path("guide/", guide.guide, name="guide"),
    path(CONCERN, concerns.concern, name="concern"),
    path(f"{CONCERN}write/", concerns.write_concern, name="write-concern"),
    path(f"{CONCERN}save/", concerns.save_concern, name="save-concern"),
    path(f"{CONCERN}next/", concerns.concern_next_date, name="concern-next-date"),
    path(f"{CONCERN}share/", sharing.share_concern, name="share-concern"),
    path(f"{CONCERN}pass-on/", sharing.pass_on_concern, name="pass-on-concern"),
    path(f"{CONCERN}take/", sharing.take_over_concern, name="take-over-concern"),
    path(f"{CONCERN}talk/", talks.talk, name="talk"),
    path(f"{CONCERN}talk/waits/", talks.talk_waits, name="talk-waits"),
    path(f"{CONCERN}decide/", deciding.decide, name="decide"),
    path(f"{CONCERN}ask/", discussions.ask_team, name="ask-team"),
    path("discussions/", discussions.discussions, name="discussions"),
    path(DISCUSSION, discussions.discussion, name="discussion"),
    path(f"{DISCUSSION}advise/", discussions.advise, name="advise"),
    path(f"{DISCUSSION}end/", discussions.end_discussion, name="end-discussion"),
]
