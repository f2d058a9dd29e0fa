from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "laget.catalogue"

    def ready(self) -> None:
        from laget.catalogue import profile_sections  # noqa: F401
