"""What a browser sends for a form as it stands on the page."""

from html.parser import HTMLParser


def typed_in(response, form="fill"):
    """Every field of the form with this id: what is typed, and what is ticked."""
    reader = Reader(form)
    reader.feed(response.content.decode())
    return reader.sent


class Reader(HTMLParser):
    def __init__(self, form):
        super().__init__()
        self.form, self.sent = form, {}
        self.is_inside, self.writing, self.blank = False, "", 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.is_inside |= tag == "form" and attrs.get("id") == self.form
        self.blank += tag == "template"
        name = attrs.get("name")
        if not self.is_inside or self.blank or not name:
            return
        if tag == "textarea":
            self.writing, self.sent[name] = name, ""
        elif tag == "input" and attrs.get("type") in ("radio", "checkbox"):
            if "checked" in attrs:
                self.sent.setdefault(name, []).append(attrs["value"])
        elif tag == "input" and name != "csrfmiddlewaretoken":
            self.sent[name] = attrs.get("value") or ""

    def handle_data(self, data):
        if self.writing:
            self.sent[self.writing] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.writing:  # as a browser: not the first line feed
            self.sent[self.writing] = self.sent[self.writing].removeprefix("\n")
            self.writing = ""
        self.blank -= tag == "template"
        self.is_inside &= tag != "form"
