"""Steps 8 to 10: more people help, each writes, and nobody's words are lost."""

from playwright.sync_api import expect

from tests.browser.chapters.helping import GOAL
from tests.browser.story import ADVISER, NURSE, TEACHER, Story

OTHER_CHILD, WRONG = "Ella Birkeland", "Hører til en annen"
HERS, HIS = "Ha to å leke med ute", "Ha noen å leke med hver dag"


def raise_the_level(story: Story) -> None:
    story.be(TEACHER).open("child").hand.follow("Endre nivået")
    story.hand.tick("2 Samarbeid med én tjeneste til")
    story.hand.write("Hva er prøvd?", "Lekegruppe i barnehagen.")
    story.hand.write("Hvordan gikk det?", "Det hjelper litt.")
    story.hand.tick("Ja, vi har snakket sammen")
    story.hand.write("Hva synes barnet om endringen?", "Det er greit.")
    story.hand.write("Hva vet vi?", "Barnet vil ha venner.")
    story.hand.write("Hva betyr det for dette barnet?", "Trygghet ute.")
    story.hand.write("Hva veier tyngst?", "Barnets eget ønske.")
    story.hand.write("Hva gjør vi på grunn av det?", "Vi ber flere hjelpe.")
    story.hand.press("Endre nivået")
    story.open("child").reads(f"Stafettholder: {TEACHER}")


def invite(story: Story, person: str) -> None:
    story.open("child").hand.follow("Laget: inviter")
    story.hand.choose("Hvem blir med?", person)
    story.hand.press("Inviter")
    story.reads(person)


def everything_is_on_one_page(story: Story, person: str) -> None:
    find(story.be(person), story.name)
    for heading in ("Nå", "Tidslinje", "Laget", "Samtykke", "Dokumenter"):
        expect(story.page.get_by_role("heading", name=heading).first).to_be_visible()
    story.reads(GOAL)
    story.reads("Det er gøy med Ida.")


def write_an_entry(story: Story, person: str, text: str) -> None:
    story.be(person).open("child").hand.follow("Skriv i loggen")
    story.hand.tick("Et notat")
    story.hand.write("Tekst", text)
    story.hand.press("Lagre")
    story.reads(text)


def both_change_the_goal(story: Story) -> None:
    """She opens it, he saves his words, she saves hers: hers and his are both there."""
    story.be(TEACHER).open("child").hand.follow("Endre målet")
    mine = story.page.url
    story.hand.write("Hva ønsker barnet og familien?", HERS)
    in_his_browser(story, mine)
    story.hand.press("Lagre målet")
    story.reads("Ingenting er borte")
    story.reads(HIS)
    story.has("Hva ønsker barnet og familien?", HERS)
    story.hand.press("Lagre dette")
    story.reads(HERS)


def in_his_browser(story: Story, address: str) -> None:
    page = story.colleague(ADVISER)
    page.goto(address)
    page.get_by_label("Hva ønsker barnet og familien?").fill(HIS)
    page.get_by_role("button", name="Lagre målet").click()
    expect(page.locator("main")).to_contain_text(HIS)
    page.context.close()


def undo(story: Story) -> None:
    """Within ten minutes a mistake is taken back, and nobody learns of it."""
    write_an_entry(story, NURSE, "Dette hører til et annet barn.")
    story.hand.press("Angre")
    story.never_reads("Dette hører til et annet barn.")
    story.be(TEACHER).open("child")
    story.never_reads("Dette hører til et annet barn.")
    story.never_reads("Kalt tilbake")


def recall(story: Story, writer: str) -> None:
    """Later, what was wrong is recalled with a reason; who had read it is told."""
    find(story.be(TEACHER), OTHER_CHILD)
    find(story.be(writer), OTHER_CHILD)
    story.hand.follow("Endre eller kall tilbake")
    words = story.page.get_by_label("Tekst").first.input_value()
    story.hand.follow("Kall tilbake")
    story.reads(words)
    story.reads(TEACHER)
    story.hand.write("Hvorfor kalles det tilbake?", f"{WRONG} ({writer}).")
    story.hand.press("Kall tilbake innlegget")
    story.reads(f"{WRONG} ({writer}).")
    story.never_reads(words)


def find(story: Story, child: str) -> None:
    story.hand.follow("Barn")
    story.hand.press(child, "link")
    story.reads("Tidslinje")
