"""Two ways to use a page: by mouse, and by keyboard alone."""

from playwright.sync_api import Locator, Page

MOST_TABS = 400


class Hand:
    """What a user does on a page, by the words they see."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, words: str, role: str = "button") -> None:
        """Press a button or follow a link, and wait for what it leads to."""
        with self.page.expect_navigation(wait_until="load"):
            found = self.page.get_by_role(role, name=words)  # type: ignore[arg-type]
            self.use(found.first)

    def follow(self, words: str) -> None:
        self.press(words, "link")

    def unfold(self, words: str) -> None:
        self.use(self.page.locator("summary", has_text=words).first)

    def write(self, label: str, text: str) -> None:
        self.type_in(self.page.get_by_label(label).first, text)

    def write_in(self, key: str, text: str) -> None:
        """Where a page has several fields with the same words beside them."""
        self.type_in(self.page.locator(f"[name='{key}']"), text)

    def tick(self, label: str) -> None:
        self.mark(self.page.get_by_label(label).first)

    def answer(self, question: str, option: str) -> None:
        """One of the answers that stand under a question."""
        group = self.page.get_by_role("group", name=question)
        self.mark(group.get_by_label(option).first)

    def choose(self, label: str, option: str) -> None:
        """The option whose words hold `option`."""
        field = self.page.get_by_label(label).first
        self.pick(field, option)

    def use(self, target: Locator) -> None:
        raise NotImplementedError

    def type_in(self, field: Locator, text: str) -> None:
        raise NotImplementedError

    def mark(self, field: Locator) -> None:
        raise NotImplementedError

    def pick(self, field: Locator, option: str) -> None:
        raise NotImplementedError


class Mouse(Hand):
    def use(self, target: Locator) -> None:
        target.click()

    def type_in(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def mark(self, field: Locator) -> None:
        field.check()

    def pick(self, field: Locator, option: str) -> None:
        words = [w for w in field.locator("option").all_inner_texts() if option in w]
        field.select_option(label=words[0])


class Touch(Mouse):
    """A thumb on a phone."""

    def use(self, target: Locator) -> None:
        target.tap()

    def type_in(self, field: Locator, text: str) -> None:
        field.tap()
        field.fill(text)


class Keyboard(Hand):
    def use(self, target: Locator) -> None:
        self._reach(target)
        self.page.keyboard.press("Enter")

    def type_in(self, field: Locator, text: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def mark(self, field: Locator) -> None:
        """Space on a tick; arrows among radios, which take one stop together."""
        if field.get_attribute("type") != "radio":
            self._reach(field)
            if not field.is_checked():
                self.page.keyboard.press("Space")
            return
        group = self.page.locator(f"input[name='{field.get_attribute('name')}']")
        self._reach(group, any_of=True)
        if not group.locator("xpath=self::*[@checked]").count():
            self.page.keyboard.press("Space")
        for _ in range(group.count()):
            if field.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError("no arrow leads there")

    def pick(self, field: Locator, option: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Home")
        for _ in range(field.locator("option").count()):
            if option in field.evaluate("f => f.selectedOptions[0].text"):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{option} is not among the choices")

    def _reach(self, target: Locator, *, any_of: bool = False) -> None:
        """Tab until it has the focus, from wherever the focus is."""
        here = "f => f === document.activeElement"
        some = "all => all.includes(document.activeElement)"
        target.first.wait_for(state="attached")
        for _ in range(MOST_TABS):
            found = target.evaluate_all(some) if any_of else target.evaluate(here)
            if found:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")
