"""Every form on every page, read as a browser reads it, and filled in badly."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import quote, urljoin

TYPED = ("text", "search", "tel", "email", "number", "date", "textarea")


@dataclass
class Field:
    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Found:
    """A form: where it is sent, who saw it, and its fields with what they held."""

    page: str
    part: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    def __str__(self):
        return f"{self.part}: {self.page} {sorted(self.fields)}"

    @property
    def typed(self):
        return [f.name for f in self.fields.values() if f.kind in TYPED]

    @property
    def as_it_was(self):
        return {
            f.name: [f.value or (f.choices[0] if f.choices else "")]
            for f in self.fields.values()
        }


class Forms(HTMLParser):
    """Reads a page's forms that are sent with POST."""

    def __init__(self, page, part, url):
        super().__init__()
        self.page, self.part, self.url = page, part, url
        self.found, self.form, self.inside = [], None, None
        self.aside = 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.aside += tag == "template"  # what stands in one is not sent
        if self.aside:
            return
        if tag == "form" and attrs.get("method", "").lower() == "post":
            action = urljoin(self.url, attrs.get("action") or "")
            self.form = Found(self.page, self.part, action)
            self.found.append(self.form)
        elif self.form and tag in ("input", "textarea", "select"):
            self._field(tag, attrs)
        elif self.form and tag == "option" and self.inside:
            self.inside.choices.append(attrs.get("value", ""))

    def _field(self, tag, attrs):
        name = attrs.get("name")
        if not name or name == "csrfmiddlewaretoken":
            return
        kind = attrs.get("type", "text") if tag == "input" else tag
        value = attrs.get("value") or ""
        if kind in ("radio", "checkbox"):
            known = self.form.fields.setdefault(name, Field(name, kind))
            known.choices.append(value)
        else:
            self.inside = Field(name, kind, value)
            self.form.fields[name] = self.inside

    def handle_data(self, data):
        if self.inside and self.inside.kind == "textarea":
            self.inside.value += data

    def handle_endtag(self, tag):
        self.aside -= tag == "template"
        if tag in ("textarea", "select"):
            self.inside = None
        if tag == "form":
            self.form = None


def forms_of(page, part, url, body):
    reader = Forms(page, part, url)
    reader.feed(body)
    return reader.found


def encoded(values):
    """As a browser sends it, and as no browser would: half characters and all."""
    return "&".join(
        f"{quote(name)}={quote(value.encode('utf-8', 'surrogatepass'))}"
        for name, all_values in values.items()
        for value in all_values
    )
