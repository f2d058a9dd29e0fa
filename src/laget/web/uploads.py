"""A file that is sent is read no further than the largest table there may be.

Only those who administer a municipality send files, and look at how large they are.
Everywhere else a file is thrown away unread; so large a one is not even received.
"""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 8_000_000  # bytes of all that is sent: more than the largest table


class NotTooLarge(FileUploadHandler):
    """Stands before the handlers that keep what is sent."""

    def handle_raw_input(self, *sent: Any, **named: Any) -> None:
        """Raises RequestDataTooBig (413) before any of it is read."""
        _input, _meta, length = sent[:3]
        if length > LARGEST:
            raise RequestDataTooBig("A file was sent that is larger than any table.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers after it make the file."""
