"""Somebody who reads each page and presses what it offers, without a browser."""

from datetime import date
from urllib.parse import urljoin

from django.test import Client
from django.utils.translation import gettext, override

from laget.accounts.models import User
from tests.english import english_left
from tests.main_job.sheet import (
    CONTROLS,
    Sheet,
    attributes,
    options,
    text_of,
    value_of,
    within,
)

TODAY = f"{date.today():%d.%m.%Y}"  # noqa: DTZ011


class OnPaper:
    """Does what a hand does in a browser, by the words on the page."""

    def __init__(self, language):
        self.language = language
        self.address, self.sheet, self.read = "", None, []
        self.languages, self.english = set(), set()

    def said(self, msgid):
        """A text of the interface in the language of this person."""
        with override(self.language):
            return gettext(msgid)

    def be(self, name):
        self.client = Client(headers={"accept-language": self.language})
        self.client.force_login(User.objects.get(name=name))
        return self.go("/day/")

    def go(self, address):
        self._show(self.client.get(address, follow=True), address)
        return self

    def follow(self, words, inside=None):
        where = None
        if inside:
            where = self.sheet.part(inside)
            assert where is not None, f"no {inside} in {self.sheet.text}"
        return self.go(self._to(self.sheet.link(words, where)))

    def press(self, words):
        button, form = self.sheet.button(words)
        said, blank = attributes(button), self.sheet.forms[id(form)]
        values = {**blank.held}
        if "name" in said:
            values[said["name"]] = [said.get("value", "")]
        address = self._to(said.get("formaction") or blank.action)
        send = self.client.post if blank.method == "post" else self.client.get
        self._show(send(address, values, follow=True), address)
        return self

    def write(self, label, text):
        element, form = self.sheet.labelled(label)
        self.sheet.forms[id(form)].put(attributes(element)["name"], text)

    def write_in(self, name, text):
        blank = next(b for b in self.sheet.forms.values() if name in b.held)
        blank.put(name, text)

    def tick(self, label):
        element, form = self.sheet.labelled(label)
        said = attributes(element)
        self.sheet.forms[id(form)].put(
            said["name"], said.get("value", "on"), more=said["type"] == "checkbox"
        )

    def choose(self, label, words):
        element, form = self.sheet.labelled(label)
        value = next(value_of(o) for o in options(element) if words in text_of(o))
        self.sheet.forms[id(form)].put(attributes(element)["name"], value)

    def answer_everything(self, key):
        """Something in each field of the form that is still empty."""
        form = self.sheet.part(key)
        blank = self.sheet.forms[id(form)]
        for element in within(form):
            said = attributes(element)
            if element.name in CONTROLS and "name" in said:
                self._answer(blank, element, said)

    def _answer(self, blank, element, said):
        name, kind = said["name"], said.get("type", element.name)
        if any(blank.held.get(name, [])) or kind in ("hidden", "submit"):
            return
        if element.name == "select":
            blank.put(name, value_of(options(element)[-1]))
        elif kind in ("radio", "checkbox"):
            blank.put(name, said.get("value", "on"))
        else:
            help = self.sheet.part(said.get("aria-describedby", "").split(" ")[0])
            is_day = help is not None and "dd.mm" in text_of(help)
            blank.put(name, TODAY if is_day else "Et svar")

    def reads(self, words):
        assert words in self.sheet.text, f"{words!r} is not in: {self.sheet.text}"

    def beside(self, key):
        """The words of a part of the page; empty if it is not there."""
        part = self.sheet.part(key)
        return "" if part is None else text_of(part)

    def _to(self, link):
        return urljoin(self.address, link)

    def _show(self, answer, address):
        chain = getattr(answer, "redirect_chain", [])
        self.address = urljoin(address, chain[-1][0]) if chain else address
        self.sheet = Sheet(answer.content.decode())
        assert answer.status_code == 200, f"{address}: {self.sheet.text}"
        self.english |= english_left(self.language, self.sheet.pieces)
        self.languages.add(self.sheet.language)
        self.read.append((self.address, self.sheet.text))
