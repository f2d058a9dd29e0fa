from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "laget.plans"

    def ready(self) -> None:
        from laget.plans import profile_sections  # noqa: F401
