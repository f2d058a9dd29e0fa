"""What a session kept is thrown away when the session is over."""

from django.contrib.sessions.models import Session
from procrastinate.contrib.django import app

from laget.kernel import clock


@app.periodic(cron="20 * * * *")
@app.task(name="clear_sessions", queueing_lock="clear_sessions")
def clear_sessions(timestamp: int = 0) -> None:
    """A message to show once may name a child: it lies no longer than the session."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
