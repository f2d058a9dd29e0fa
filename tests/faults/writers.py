"""People who write while something breaks, and what was confirmed to them."""

import http.client
import re
import uuid
from dataclasses import dataclass, field
from threading import Event, Thread
from urllib.parse import urlencode

from tests.served import Served

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TRIES = 60


@dataclass
class Person:
    """A logged-in person with a browser that remembers cookies and no more."""

    served: Served
    username: str
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: dict[str, str] | None = None):
        """One request. Raises OSError or HTTPException where nobody answers."""
        link = http.client.HTTPConnection("localhost", self.served.port, timeout=30)
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        headers["Origin"] = self.served.address
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            link.request(method, path, urlencode(body or {}), headers)
            answer = link.getresponse()
            text = answer.read().decode()
        finally:
            link.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                cookie, _, worth = value.split(";")[0].partition("=")
                self.cookies[cookie] = worth
        return answer, text

    def log_in(self) -> None:
        _, text = self.ask("GET", "/login/")
        self.send("/login/", {"person": self.username}, token=TOKEN.search(text)[1])

    def send(self, path: str, words: dict[str, str], token: str = ""):
        token = token or self.token()
        return self.ask("POST", path, {"csrfmiddlewaretoken": token, **words})

    def token(self) -> str:
        _, text = self.ask("GET", "/worry/")
        return TOKEN.search(text)[1]


class Writer(Thread):
    """Starts concerns, one after the other; sends again what was not confirmed."""

    def __init__(self, person: Person, until: Event) -> None:
        super().__init__()
        self.person, self.until = person, until
        self.confirmed: set[str] = set()
        self.odd: list[str] = []

    def run(self) -> None:
        while not self.until.is_set():
            label = f"sen {uuid.uuid4().hex}"
            if self._written(label):
                self.confirmed.add(label)

    def _written(self, label: str) -> bool:
        """Press the same button until somebody confirms it, as people do."""
        words = {"seen": label, "once": str(uuid.uuid4())}
        for _ in range(TRIES):
            try:
                answer, text = self.person.send("/worry/start/", words)
            except (OSError, http.client.HTTPException, TypeError):
                self.until.wait(0.2)
                continue
            if answer.status == 302:
                return True
            if answer.status not in {500, 502, 503}:
                self.odd.append(f"{answer.status} {text[:200]}")
                return False
            self.until.wait(0.2)
        return False
