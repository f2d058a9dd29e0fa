from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    """Installed in a demonstration only: here anyone may be anyone."""

    name = "laget.demonstration"
