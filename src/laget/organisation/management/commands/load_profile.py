"""The name that `profile_load` had before."""

from laget.organisation.management.commands.profile_load import Command

__all__ = ["Command"]
