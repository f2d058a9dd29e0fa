"""Somebody with a browser: one jar of cookies for us, and one for the provider."""

from urllib.parse import parse_qs, urljoin, urlsplit

import requests
from django.http import HttpResponse
from django.test import Client

PATIENCE = 5
MOST = 8  # redirects
OURS = "http://testserver/"


class Visitor:
    """Goes where a browser would: to us, to the provider, and back to us."""

    def __init__(self, **headers: str) -> None:
        self.client = Client(headers=headers)
        self.there = requests.Session()
        self.there.trust_env = False

    def close(self) -> None:
        self.there.close()

    def go_to_provider(self, key: str = "rogue", **asked: str) -> HttpResponse:
        """Press the button; our answer, which leads to the provider."""
        return self.client.get(f"/login/{key}/", asked)

    def at_provider(self, url: str) -> str:
        """Log in there (it asks nothing); the address it leads back to."""
        for _ in range(MOST):
            answer = self.there.get(url, allow_redirects=False, timeout=PATIENCE)
            url = urljoin(url, answer.headers["Location"])
            if url.startswith(OURS):
                break
        return url

    def come_back(self, url: str) -> HttpResponse:
        parts = urlsplit(url)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        return self.client.get(parts.path, asked)

    def log_in(self, key: str = "rogue", **asked: str) -> HttpResponse:
        """All of it; our answer to their coming back."""
        sent = self.go_to_provider(key, **asked)
        return self.come_back(self.at_provider(sent["Location"]))

    @property
    def is_logged_in(self) -> bool:
        return "_auth_user_id" in self.client.session

    @property
    def session(self):
        return self.client.session
