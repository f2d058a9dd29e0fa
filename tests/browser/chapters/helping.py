"""Step 6: help inside the child's own unit, with a goal, something done, and a look."""

from tests.browser.story import TEACHER, Story, soon

GOAL = "Ha noen å leke med ute"
HELP = "Lekegruppe to ganger i uka"


def decide_to_help(story: Story) -> None:
    story.be(TEACHER).open("concern").hand.follow("Oppsummer og avgjør")
    story.hand.tick("Vi hjelper på egen enhet")
    story.hand.write("Hvorfor er dette best for barnet?", "Vi kan gjøre mye selv.")
    story.hand.press("Avgjør")


def open_the_log(story: Story) -> None:
    story.open("concern").hand.follow("Åpne oppfølgingen")
    story.hand.press("Åpne loggen")
    story.remember("child", f"Ansvarlig: {TEACHER}")


def set_a_goal(story: Story) -> None:
    story.hand.follow("Nytt mål")
    story.hand.write("Hva ønsker barnet og familien?", GOAL)
    story.hand.choose("Hvem har ansvaret for målet?", TEACHER)
    story.hand.write("Når ser vi på det igjen?", soon(60))
    story.hand.press("Sett målet")
    story.reads(GOAL)


def add_an_intervention(story: Story) -> None:
    story.hand.follow("Nytt tiltak")
    story.hand.write("Hva skal gjøres?", HELP)
    story.hand.choose("Hvem har ansvaret for det?", TEACHER)
    story.hand.write("Hvordan ser vi at det hjelper?", "Blir bedt med i leken")
    story.hand.write("Når evaluerer vi det?", soon(30))
    story.hand.press("Avtal tiltaket")
    story.reads(HELP)


def review_it(story: Story) -> None:
    story.hand.follow("Evaluer")
    story.hand.tick("Det hjelper litt")
    story.hand.write("Hva har dere sett?", "Blir bedt med oftere.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva sier barnet om det?", "Det er gøy med Ida.")
    story.hand.tick("Fortsett som nå")
    story.hand.press("Lagre evalueringen")
    story.reads("Blir bedt med oftere.")
