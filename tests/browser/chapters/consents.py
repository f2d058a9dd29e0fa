"""Step 7: each service is asked about; yes, no, and taken back."""

from tests.browser.story import TEACHER, Story

CLINIC = "Helsestasjon og skolehelsetjeneste i Kvinesdal"
ADVICE, SCHOOL, WORK = "PPT for Lister", "Kvinesdalskolen", "NAV Kvinesdal"
ASKED = [CLINIC, ADVICE, SCHOOL, WORK]


def ask(story: Story, services: list[str]) -> None:
    story.open("child").hand.follow("Samtykker")
    story.hand.follow("Spør om samtykke")
    for service in services:
        story.hand.tick(service)
    story.hand.write(
        "Hva tjenestene kan få vite og snakke om",
        "Lek, venner og overgangen til skolen",
    )
    story.hand.press("Spør")
    story.says(f"Du har spurt om samtykke for {len(services)} tjeneste")


def answer(story: Story, service: str, said: str) -> None:
    story.open("child").hand.follow("Samtykker")
    story.hand.press(service, "link")
    story.hand.tick(said)
    story.hand.tick("Underskrevet på papir")
    story.hand.press("Lagre svaret")
    story.says("Svaret er lagret.")


def ask_and_answer_all(story: Story) -> None:
    story.be(TEACHER)
    ask(story, ASKED)
    for service in (CLINIC, ADVICE, SCHOOL):
        answer(story, service, "Ja")
    answer(story, WORK, "Nei")


def take_back(story: Story, service: str) -> None:
    """A guardian need not say why."""
    story.be(TEACHER).open("child").hand.follow("Samtykker")
    story.hand.press(service, "link")
    story.hand.follow("Trekk")
    story.hand.press("Trekk samtykket tilbake")
    story.says("Samtykket er trukket tilbake")
