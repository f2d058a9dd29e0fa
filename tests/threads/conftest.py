import pytest

from laget.kernel.acting import Role, acting
from laget.threads import actions, people
from laget.threads.models import Post

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def begin(log, user, *, hat=FAMILY, whom=(), text="Hun sover dårlig.", subject="Søvn"):
    """As `user`: write to the team, or the team to the family; by name, whom."""
    with acting(user.pk, hat):
        log.refresh_from_db()
        found = people.of_the_family(log.child)
        names = {one.name for one in whom} | ({user.name} if hat is FAMILY else set())
        chosen = [one for one in found if one.name in names]
        return actions.start(
            log,
            subject=subject,
            text=text,
            family=chosen,
            by=user,
            as_family=hat is FAMILY,
        )


def answer(thread, user, text="Vi tar det opp.", *, hat=STAFF):
    with acting(user.pk, hat):
        return actions.write(thread, text=text, by=user, as_family=hat is FAMILY)


def words(user, hat=FAMILY):
    """Every message's words that somebody sees, with this hat on."""
    with acting(user.pk, hat):
        return list(Post.objects.order_by("at", "pk").values_list("text", flat=True))


@pytest.fixture
def talk(noras_log, guardian):
    """Her mother alone has written to the team."""
    return begin(noras_log, guardian)
