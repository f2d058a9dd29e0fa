from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "laget.intake"
