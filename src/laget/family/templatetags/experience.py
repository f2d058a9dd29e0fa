"""`{% load experience %}`: a kind question, where there is something to ask about."""

from typing import Any

from django import template
from django.template.context import Context

from laget.accounts.models import User
from laget.children.models import Child
from laget.voices.questions import Asked, to_ask_about

register = template.Library()


@register.inclusion_tag("family/experience/card.html")
def experience_card(asked: Asked | None) -> dict[str, Any]:
    """The card for what `to_ask_about` (voices/questions.py) found, or nothing."""
    return {"asked": asked}


@register.inclusion_tag("family/experience/card.html", takes_context=True)
def experience_on_plan(context: Context, asked: Asked | None) -> dict[str, Any]:
    """The same where it can be put away, which is sent as a form."""
    token = context.get("csrf_token")
    return {"asked": asked, "can_put_away": True, "csrf_token": token}


@register.inclusion_tag("family/experience/card.html", takes_context=True)
def ask_experience(context: Context, child: Child) -> dict[str, Any]:
    """The same for a child's page, which need not have asked itself."""
    user = context["request"].user
    return {"asked": to_ask_about(child, user) if isinstance(user, User) else None}
