"""That the demonstration has been loaded: otherwise it would be played twice."""

import uuid

from django.db import models
from django.utils import timezone


class Loading(models.Model):
    """One time the invented year was played. Without an end it was interrupted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.started_at}"
