"""Steps 13 and 14: what waits for me, and who has looked."""

from tests.browser.story import ON_CALL, TEACHER, Story

REASON = "Barnet er funnet alene i sentrum, og jeg må vite hvem som kan hente."


def open_in_an_emergency(story: Story) -> None:
    story.be(ON_CALL).go("/emergency/")
    story.hand.write("Eller hele navnet", story.name)
    story.hand.write("og fødselsdatoen", "03.04.2021")
    story.hand.write("Hvorfor må du se dette nå?", REASON)
    story.hand.press("Åpne i to timer")
    story.reads("Du ser dette med nødinnsyn")


def see_who_has_looked(story: Story, holder: str, names: list[str]) -> None:
    story.be(holder).open("child").hand.follow("Se alle besøk")
    for name in [*names, TEACHER]:
        story.reads(name)
    story.reads(REASON)
