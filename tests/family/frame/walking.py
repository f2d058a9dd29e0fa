"""Along every link of the family's pages, once to each kind of page."""

import re
from html.parser import HTMLParser

from django.urls import Resolver404, resolve

LINK = re.compile(r'<a[^>]*\shref="(/[^"#]*)')
HTML = "text/html"
STARTS = ["/family/", "/family/help/", "/family/notices/", "/guest/", "/sessions/"]
MOST = 80  # pages; more than there are kinds of


def every_page(client, more=()):
    """Each kind of page that links lead to, by its name: the answer."""
    found, waiting, seen = {}, [*STARTS, *more], set()
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        name = _name(path)
        if name is None or (name in found and path not in more) or path in seen:
            continue
        seen.add(path)
        answer = client.get(path)
        if "Location" in answer:
            waiting.insert(0, answer["Location"])
        elif answer.headers["Content-Type"].startswith(HTML):
            found[name] = answer
            waiting += LINK.findall(answer.content.decode())
    return found


def _name(path):
    """Of a page of the family's or of the log-in; None for every other address."""
    try:
        match = resolve(path.split("?")[0])
    except Resolver404:
        return None
    where = match.func.__module__
    ours = where.startswith(("laget.family.", "laget.entrance."))
    return match.url_name if ours else None


class Pieces(HTMLParser):
    """What a page says, piece by piece, each with the language it is marked with.

    `marked` says of a piece whether an element around it, below the page itself, says
    which language or which way it is read.
    """

    SILENT = {"script", "style", "title"}
    VOID = {"meta", "link", "input", "br", "hr", "img", "path", "use", "circle", "rect"}

    def __init__(self, text):
        super().__init__()
        self.around, self.said = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.around.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.around and tag not in self.VOID:
            if self.around.pop()[0] == tag:
                return

    def handle_data(self, data):
        words = " ".join(data.split())
        tags = {tag for tag, _ in self.around}
        if words and not tags & self.SILENT:
            inner = self.around[1:]
            marks = [a.get("lang") or a.get("dir") for _, a in inner]
            bdi = "bdi" in tags or "textarea" in tags
            languages = [a["lang"] for _, a in self.around if "lang" in a]
            marked = bdi or any(marks)
            self.said.append((words, languages[-1] if languages else "", marked))
