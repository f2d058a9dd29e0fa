"""Along every link of the family's pages, once to each kind of page."""

import re

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
