from django.urls import path

from laget.access import shields as may
from laget.staff.shields import lifting, shielding

urlpatterns = [
    *(
        path(
            f"shields/{action.noun}/<uuid:{action.noun}_id>/",
            shielding.page_for(action),
            name=f"shield-{action.noun}",
        )
        for action in may.SHIELDS
    ),
    path("shields/<uuid:shield_id>/lift/", lifting.lift, name="lift-shield"),
]
