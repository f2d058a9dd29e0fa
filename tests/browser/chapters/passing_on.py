"""Step 11: the baton goes from hand to hand, and never lies on the ground."""

from playwright.sync_api import expect

from tests.browser.story import AT_SCHOOL, LEADER, STAND_IN, TEACHER, Story


def offer(story: Story, person: str) -> None:
    story.be(TEACHER).open("child").hand.follow("Overlever til en annen")
    story.hand.choose("Hvem blir spurt om å ta over?", person)
    story.hand.write("Hvorfor?", "Barnet begynner på skolen.")
    story.hand.write("Hva må de vite før de sier ja?", "Lek i små grupper virker.")
    story.hand.press("Tilby loggen")
    story.open("child").reads(f"Stafettholder: {TEACHER}")


def accept(story: Story) -> None:
    story.be(AT_SCHOOL).reads("Du er spurt om å ta over")
    story.hand.press(f"Svar {story.name}", "link")
    story.reads("Lek i små grupper virker.")
    story.hand.press("Ja, jeg tar over")
    story.open("child").reads(f"Stafettholder: {AT_SCHOOL}")


def hand_on_what_lies(story: Story) -> None:
    """A leader sees that something is left lying, without a word of what is in it."""
    story.be(LEADER).hand.follow("Enheten min")
    story.reads("Blitt liggende")
    story.hand.follow("Gi videre")
    story.hand.choose("Hvem kan ta over?", STAND_IN)
    story.hand.write("Hvorfor?", "Den som hadde den, er syk lenge.")
    story.hand.press("Spør")
    story.says(f"{STAND_IN} er spurt om å ta over.")


def ask_another(story: Story) -> None:
    """Nobody has answered: the leader takes the question back, to ask another."""
    story.hand.follow("Gi videre")
    story.reads(STAND_IN)
    story.hand.press("Spør en annen")
    expect(story.page.get_by_label("Hvem kan ta over?")).to_be_visible()
