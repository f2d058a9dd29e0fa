"""Pages that a test has already been given, shown to a browser with their own files."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from django.contrib.staticfiles import finders

FILES = "/static/"
PAGE = "text/html; charset=utf-8"


@contextmanager
def shown(pages: dict[str, bytes]) -> Iterator[str]:
    """The address of a server with just these pages; a browser needs no database."""

    class Shelf(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, body = _found(pages, self.path.split("?")[0])
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *what: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _found(pages: dict[str, bytes], path: str) -> tuple[str, bytes]:
    if not path.startswith(FILES):
        return PAGE, pages.get(path, b"")
    file = finders.find(path.removeprefix(FILES))
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return kind, Path(str(file)).read_bytes() if file else b""
