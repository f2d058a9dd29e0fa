"""What a session kept is thrown away when the session is over."""

from datetime import timedelta

from procrastinate.contrib.django import app

from laget.accounts import kept
from laget.accounts.models import SpentToken
from laget.accounts.sessions import SessionStore
from laget.kernel import clock


@app.periodic(cron="20 * * * *")
@app.task(name="clear_sessions", queueing_lock="clear_sessions")
def clear_sessions(timestamp: int = 0) -> None:
    """A message to show once may name a child: it lies no longer than the session."""
    SessionStore.clear_expired()
    kept.clear()
    long_since = clock.now() - timedelta(days=2)
    SpentToken.objects.filter(spent_at__lt=long_since).delete()
