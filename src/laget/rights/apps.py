from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "laget.rights"

    def ready(self) -> None:
        from laget.rights import profile_sections  # noqa: F401
