from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "laget.rights"

    def ready(self) -> None:
        from laget.logs import due
        from laget.rights import offering, profile_sections, timeline  # noqa: F401

        due.ALSO.append(offering.lines)
        timeline.join_in()
