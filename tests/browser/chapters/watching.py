"""Steps 13 and 14: what waits for me, and who has looked."""

from tests.browser.story import BORN, ON_CALL, TEACHER, Story

REASON = "Barnet er funnet alene i sentrum, og jeg må vite hvem som kan hente."


def see_my_day(story: Story, person: str) -> None:
    """Each line says what it is, and has one button to do it."""
    lines = story.be(person).page.locator("main .do > li")
    assert lines.count() > 0
    for line in lines.all():
        assert line.get_by_role("link").count() == 1
    story.reads(story.name)


def open_in_an_emergency(story: Story) -> None:
    story.be(ON_CALL).go("/emergency/")
    story.hand.write("Eller hele navnet", story.name)
    story.hand.write("og fødselsdatoen", BORN)
    story.hand.write("Hvorfor må du se dette nå?", REASON)
    story.hand.press("Åpne i to timer")
    story.reads("Du ser dette med nødinnsyn")


def see_who_has_looked(story: Story, holder: str, names: list[str]) -> None:
    story.be(holder).open("child").hand.follow("Se alle oppslag")
    for name in [*names, TEACHER]:
        story.reads(name)
    story.reads(REASON)
