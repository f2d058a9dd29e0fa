from django.apps import AppConfig


class FormsConfig(AppConfig):
    name = "laget.forms"

    def ready(self) -> None:
        from laget.forms import profile_sections  # noqa: F401
