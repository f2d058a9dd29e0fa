from tests.staff.day.conftest import all_addresses

__all__ = ["all_addresses"]
