"""A page as somebody reads it: its words, links, and forms with what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.test.html import Element, parse_html

CONTROLS = ("input", "textarea", "select")
HEARD = ("aria-label", "alt", "title", "placeholder")
UNSEEN = ("script", "style", "template")


@dataclass
class Blank:
    """A form: where it goes, and what it holds until somebody fills it in."""

    action: str
    method: str
    held: dict[str, list[str]] = field(default_factory=dict)

    def put(self, name, value, *, more=False):
        """Write it, instead of what was there; `more` beside it, as ticks are."""
        self.held[name] = [*self.held.get(name, []), value] if more else [value]


class Sheet:
    """Read once; forms remember what is written in them until they are sent."""

    def __init__(self, html):
        self.root = parse_html(html)
        self.forms = {}
        self.labels = {}
        self.controls = {}
        self.all = list(self._walk(self.root, None))
        self.main = next(e for e, _ in self.all if e.name == "main")
        for element, form in self.all:
            self._keep(element, form)

    def _walk(self, element, form):
        if not isinstance(element, Element):
            return
        if element.name == "form":
            form = element
            said = attributes(form)
            method = said.get("method", "get").lower()
            self.forms[id(form)] = Blank(said.get("action") or "", method)
        yield element, form
        for child in element.children:
            yield from self._walk(child, form)

    def _keep(self, element, form):
        said = attributes(element)
        if element.name in CONTROLS and "name" in said:
            self.controls[said.get("id", said["name"])] = (element, form)
            if form is not None:
                self._hold(element, self.forms[id(form)])
        if element.name == "label":
            self.labels[id(element)] = element

    def _hold(self, element, blank):
        said = attributes(element)
        kind = said.get("type", "text")
        if element.name == "textarea":
            blank.put(said["name"], text_of(element))
        elif element.name == "select":
            chosen = [o for o in options(element) if "selected" in attributes(o)]
            first = chosen or options(element)[:1]
            if first:
                blank.put(said["name"], value_of(first[0]))
        elif kind in ("radio", "checkbox"):
            if "checked" in said:
                blank.put(said["name"], said.get("value", "on"), more=True)
        elif kind not in ("submit", "button", "image", "file"):
            blank.put(said["name"], said.get("value") or "")

    def labelled(self, words):
        """The first control whose label holds these words, and its form."""
        for label in self.labels.values():
            if words in text_of(label) and (found := self._of(label)):
                return found
        for element, form in self.controls.values():
            if words in (attributes(element).get("aria-label") or ""):
                return element, form
        raise AssertionError(f"no field is called {words!r}")

    def _of(self, label):
        key = attributes(label).get("for")
        if key in self.controls:
            return self.controls[key]
        inside = next((e for e in within(label) if e.name in CONTROLS), None)
        return next((c for c in self.controls.values() if c[0] is inside), None)

    def button(self, words):
        for element, form in self.all:
            if element.name == "button" and words in named(element):
                return element, form
        raise AssertionError(f"no button says {words!r}: {self.buttons()}")

    def buttons(self):
        return [named(e) for e, _ in self.all if e.name == "button"]

    def link(self, words, inside=None):
        links = [e for e in within(inside or self.root) if e.name == "a"]
        for element in links:
            if words in named(element):
                return attributes(element)["href"]
        told = [named(element) for element in links]
        raise AssertionError(f"no link says {words!r}: {told}")

    def part(self, key):
        """What has this id or this class; None if nothing has."""
        return next((e for e, _ in self.all if key in names_of(e)), None)

    @property
    def pieces(self):
        """Every text by itself, also those that are only heard."""
        return [piece for element, _ in self.all for piece in _pieces(element)]

    @property
    def language(self):
        html = next(e for e, _ in self.all if e.name == "html")
        return attributes(html)["lang"]

    @property
    def text(self):
        return text_of(self.main)


def attributes(element):
    return {a[0]: (a[1] if len(a) > 1 else None) for a in element.attributes}


def names_of(element):
    said = attributes(element)
    return [said.get("id"), *(said.get("class") or "").split()]


def within(element):
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from within(child)


def options(element):
    return [e for e in within(element) if e.name == "option"]


def value_of(option):
    value = attributes(option).get("value")
    return text_of(option) if value is None else value


def named(element):
    """What a screen reader says it is called."""
    return attributes(element).get("aria-label") or text_of(element)


def text_of(element):
    return " ".join(" ".join(_words(element)).split())


def _pieces(element):
    if element.name in UNSEEN:
        return
    said = attributes(element)
    yield from (said[name] for name in HEARD if said.get(name))
    for child in element.children:
        if not isinstance(child, Element) and (text := " ".join(str(child).split())):
            yield text


def _words(element) -> Iterator[str]:
    for child in element.children:
        if not isinstance(child, Element):
            yield str(child)
        elif child.name not in UNSEEN:
            yield from _words(child)
