"""Step 12: an end that the family has a word in, and that can be read later."""

from tests.browser.story import TEACHER, Story


def fill_in_the_end(story: Story, holder: str) -> None:
    story.be(holder).open("child").hand.follow("Avslutt loggen")
    story.hand.tick("Målene er nådd")
    story.hand.tick("Delvis nådd")
    story.hand.write("Oppsummer", "Lekegruppa gjorde det lettere.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva sier barnet om at det avsluttes nå?", "Jeg har to venner.")
    story.hand.write("Hva sier de foresatte?", "Vi er glade for hjelpen.")
    story.hand.write("Hvem følger opp videre?", "Kontaktlæreren.")
    story.hand.press("Les gjennom")


def close(story: Story) -> None:
    story.reads("Jeg har to venner.")
    story.hand.press("Avslutt loggen")
    story.open("child").reads("Avsluttet")
    story.reads("Jeg har to venner.")
    story.reads("Kontaktlæreren.")


def read_it_closed(story: Story) -> None:
    """What was is kept for those who could read it; nothing more is written."""
    story.be(TEACHER).open("child").reads("Dette kan leses, men ikke skrives i.")
    story.never_reads("Skriv i loggen")


def begin_anew(story: Story) -> None:
    story.hand.press("Jeg er bekymret", "link")
    story.hand.write("Hva har du lagt merke til?", "Noe nytt etter ferien.")
    story.hand.press("Start")
    story.has("Hva har du sett og hørt?", "Noe nytt etter ferien.")
