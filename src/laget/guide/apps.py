from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "laget.guide"

    def ready(self) -> None:
        from laget.guide import profile_sections  # noqa: F401
