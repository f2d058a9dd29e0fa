from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "laget.organisation"

    def ready(self) -> None:
        from laget.organisation.profile import (  # noqa: F401
            laws,
            municipality,
            services,
            teams,
        )
