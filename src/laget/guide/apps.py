from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "laget.guide"

    def ready(self) -> None:
        from laget.guide.profile import load_factors, load_guide
        from laget.organisation.profile.parts import add_part, add_shared_part

        add_part(load_guide)
        add_shared_part(load_factors)
