"""Steps 1 to 5: a worry, words that are not lost, advice, the child, the red door."""

from playwright.sync_api import expect

from tests.browser.story import (
    ADVISER,
    BORN,
    COLLEAGUE,
    TEACHER,
    Story,
    soon,
)

SEEN = "Sitter ofte alene i garderoben."
STRENGTHS = "Glad i dyr og flink til å bygge."
UNSAVED = "Smiler når hun får hjelpe til."
NOT_YET = "Har begynt å gå for seg selv."


def write_a_worry(story: Story) -> None:
    story.be(TEACHER).hand.follow("Jeg er bekymret")
    story.hand.write("Hva har du lagt merke til?", SEEN)
    story.hand.press("Start")
    story.remember("concern", "Hva fungerer bra?")
    story.hand.write("Hva fungerer bra?", STRENGTHS)
    story.reads("Lagret")

    story.page.reload()
    story.has("Hva fungerer bra?", STRENGTHS)
    story.hand.unfold("Det som beskytter, og det som belaster")
    story.hand.mark(story.page.locator("input[name='protecting']").first)
    story.hand.press("Lagre")
    story.says("Det er lagret.")
    story.reads("Ses på igjen")


def lose_the_session(story: Story) -> None:
    """The log-in runs out while she types; nothing typed is lost to her."""
    story.open("concern")
    story.page.context.clear_cookies()
    story.hand.write("Hva fungerer bra?", UNSAVED)
    expect(story.page.locator("[data-autosave-status]")).to_have_attribute(
        "data-state", "failed"
    )

    story.be(TEACHER).open("concern")
    story.has("Hva fungerer bra?", UNSAVED)
    story.reads("Lagret")


def lose_it_to_another(story: Story) -> None:
    """What she left in the window is not shown to whoever logs in after her."""
    story.be(TEACHER).hand.follow("Jeg er bekymret")
    story.hand.write("Hva har du lagt merke til?", NOT_YET)
    story.be(COLLEAGUE).hand.follow("Jeg er bekymret")
    story.has("Hva har du lagt merke til?", "")


def ask_a_team(story: Story) -> None:
    story.be(TEACHER).open("concern")
    story.hand.follow("Spør et team uten navn")
    story.hand.tick("Ressursgruppe Fjellblomen barnehage")
    story.hand.write("Hva lurer du på?", story.question)
    story.hand.press("Se det slik teamet vil se det")
    story.hand.tick("Jeg har lest gjennom")
    story.hand.press("Send spørsmålet")


def give_advice(story: Story) -> None:
    story.be(ADVISER).hand.follow("Spørsmål til team")
    story.hand.press(story.question, "link")
    assert story.first_name not in story.page.content()
    story.hand.write("Rådet ditt", "Gi barnet en fast lekekamerat.")
    story.hand.press("Send rådet")


def read_the_advice(story: Story) -> None:
    story.be(TEACHER).hand.follow("Spørsmål til team")
    story.hand.press(story.question, "link")
    story.reads("Gi barnet en fast lekekamerat.")


def register_the_child(story: Story) -> None:
    story.open("concern").hand.follow("Finn eller registrer barnet")
    story.hand.write("Navn", story.name)
    story.hand.press("Søk")
    story.reads("Ingen barn blant dem du arbeider med")
    story.hand.press("Registrer barnet")
    story.hand.write("Født", BORN)
    story.hand.pick(story.page.locator("#id_unit"), "Fjellblomen barnehage")
    story.hand.write_in("guardian-1-name", "Tone Testdal")
    story.hand.press("Registrer barnet")
    story.reads(story.name)


def talk_with_the_guardians(story: Story) -> None:
    story.open("concern").hand.follow("Snakk med de foresatte")
    story.hand.write("Når snakket dere sammen?", soon(0))
    story.hand.write("Hvem var med?", "Mor og pedagogisk leder")
    story.hand.write("Hva ble sagt?", "Hun ser det samme hjemme.")
    story.hand.write("Hva ble dere enige om?", "Vi prøver lekegruppe.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva mener barnet?", "Vil leke med Ida.")
    story.hand.press("Lagre samtalen")
    story.reads("Hun ser det samme hjemme.")


def wait_with_telling(story: Story) -> None:
    """Who suspects violence does not talk with the guardians first."""
    story.be(TEACHER).hand.follow("Jeg er bekymret")
    story.hand.write("Hva har du lagt merke til?", "Rykker til når noen løfter hånden.")
    story.hand.press("Start")
    story.hand.follow("Snakk med de foresatte")
    story.hand.follow("De foresatte må ikke få vite det først")
    story.reads("Meld til barnevernet")
    story.hand.tick("Mistanke om vold hjemme")
    story.hand.write("Hva gjør at du tror det?", "Det barnet viste i leken.")
    story.hand.press("Lagre")
    story.reads("Det barnet viste i leken.")


def write_a_report(story: Story) -> None:
    story.be(TEACHER).open("concern").hand.follow("Meld til barnevernet")
    story.reads("Du trenger ikke samtykke")
    story.hand.press("Begynn på en melding")
    story.hand.write("Hva er du bekymret for?", "Barnet er alene om kvelden.")
    story.hand.answer("Har barnet fått vite at du melder?", "Ja")
    story.hand.write_in("child_told_why", "I dag, sammen med en voksen.")
    story.hand.answer("Har denne foresatte fått vite det?", "Nei")
    story.hand.write_in("guardians_told_why", "Barnevernet ba oss vente.")
    story.hand.press("Lagre og gå videre")
    story.remember("report", "Jeg har sendt den")


def send_the_report(story: Story) -> None:
    """Laget sends nothing: it is printed or copied, and she says that she sent it."""
    story.hand.follow("Skriv ut")
    story.reads("Barnevernet ba oss vente.")
    story.open("report")
    story.hand.write("Hvordan sendte du den?", "I den nasjonale portalen")
    story.hand.press("Merk som sendt")
    story.says("Meldingen er merket som sendt")
