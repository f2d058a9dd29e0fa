"""What is stored, read as the owner of a concern."""

from laget.concerns.models import Concern
from laget.kernel.acting import Role, acting


def stored(concern):
    with acting(concern.owner_id, Role.STAFF):
        return Concern.objects.values().get(pk=concern.pk)
