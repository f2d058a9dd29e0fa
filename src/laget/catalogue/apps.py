from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "laget.catalogue"

    def ready(self) -> None:
        from laget.catalogue.profile import load_programmes
        from laget.organisation.profile.parts import add_part

        add_part(load_programmes)
