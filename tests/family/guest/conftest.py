from tests.meetings.made import link, meeting

__all__ = ["link", "meeting"]
