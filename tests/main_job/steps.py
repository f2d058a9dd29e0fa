"""The main job, step by step, in the words of the interface and of the own guide.

`you` is somebody at a page, in a browser or without one; English words stand for the
text that the page shows in their language. Where the guide has a button for what comes
next, it is the guide's button that is pressed.
"""

from datetime import date, timedelta

GUIDE, NEXT = "guide-step", "next"  # the card beside, and the one next thing
CHILD = "Iben Prøvland"
SEEN, STRENGTHS = "Sitter ofte alene.", "Glad i dyr."
GOAL, HELP, ENTRY = "Ha noen å leke med", "Lekegruppe i uka", "Hun lo i dag."


def day(ahead):
    return (date.today() + timedelta(days=ahead)).strftime("%d.%m.%Y")  # noqa: DTZ011


class Job:
    """One child's way through it, in one municipality."""

    def __init__(self, you, place, child=CHILD):
        self.you, self.place, self.child = you, place, child
        self.question = f"Hva kan vi prøve ute? {child[-4:]}"
        self.at = {}

    def be(self, name):
        return self.you.be(name)

    def open(self, name):
        self.you.go(self.at[name])

    def follow(self, words, inside=None):
        self.you.follow(self.you.said(words), inside)

    def press(self, words):
        self.you.press(self.you.said(words))

    def write(self, label, text):
        self.you.write(self.you.said(label), text)

    def tick(self, label):
        self.you.tick(self.you.said(label))

    def choose(self, label, option):
        self.you.choose(self.you.said(label), option)

    def guide_says(self, verb, button=""):
        """The guide's step stands there, in its words; press what it offers."""
        beside = self.you.beside(GUIDE)
        titles = self.place.steps(verb)
        assert any(title in beside for title in titles), (verb, titles, beside)
        if button:
            place = GUIDE if self.you.said(button) in beside else NEXT
            self.follow(button, place)


def write_a_worry(job):
    job.be(job.place.worried)
    job.follow("I am worried")
    job.write("What have you noticed?", SEEN)
    job.press("Start")
    job.at["concern"] = job.you.address
    job.guide_says("share")
    job.write("What works well?", STRENGTHS)
    job.press("Save")
    job.you.reads(job.place.level(0))


def share_it(job):
    """The guide's first step: somebody else knows too."""
    job.open("concern")
    job.guide_says("share", "Share with a colleague or your leader")
    job.choose("Who?", job.place.next_holder)
    job.press("Share")


def ask_a_team(job):
    job.open("concern")
    job.follow("Ask a team without names")
    job.guide_says("ask_team")
    job.you.tick(job.place.team)
    job.write("What do you wonder about?", job.question)
    job.press("See it as the team will")
    job.tick("I have read it through. It does not show who the child is.")
    job.press("Send the question")
    job.be(job.place.adviser)
    job.follow("Questions to teams")
    job.you.follow(job.question)
    job.write("Your advice", "Gi barnet en fast lekekamerat.")
    job.press("Send the advice")


def talk_with_the_guardians(job):
    job.open("concern")
    job.guide_says("talk_with_guardians", "Prepare the conversation")
    job.write("When did you talk?", day(0))
    job.write("Who was there?", "Mor og lærer")
    job.write("What was said?", "Hun ser det samme hjemme.")
    job.write("What did you agree?", "Vi prøver lekegruppe.")
    job.tick("Yes, we talked together")
    job.write("What does the child think?", "Vil leke med Ida.")
    job.press("Save the conversation")


def register_the_child(job):
    job.be(job.place.worried)
    job.open("concern")
    job.follow("Find or register the child")
    job.write("Name", job.child)
    job.press("Search")
    job.press("Register the child")
    job.write("Born", "03.04.2017")
    job.you.write_in("guardian-1-name", "Tone Testdal")
    job.press("Register the child")


def fill_in_a_form_about_the_concern(job):
    _fill_in(job, "concern", job.place.early_form)


def fill_in_a_form_in_the_log(job):
    _fill_in(job, "child", job.place.late_form)


def _fill_in(job, where, form):
    """One of the municipality's own, from the first question to the last."""
    title = job.place.form(form)
    job.open(where)
    job.follow("Fill in a form")
    job.you.press(job.you.said("Begin: %(title)s") % {"title": title})
    job.you.answer_everything("fill")
    job.press("Save and read it through")
    job.press("Finish the form")
    job.you.reads(title)


def decide(job):
    job.open("concern")
    job.guide_says("decide", "Sum up and decide")
    job.tick("We help in our own unit")
    job.write("Why is this best for the child?", "Vi kan gjøre mye selv.")
    job.press("Decide")


def open_level_1(job):
    job.open("concern")
    job.follow("Open the follow-up")
    job.press("Open the log")
    job.at["child"] = job.you.address
    job.you.reads(job.place.level(1))


def agree_on_a_goal(job):
    job.open("child")
    job.guide_says("agree_goals", "Agree on goals")
    job.write("What do the child and the family want?", GOAL)
    job.choose("Who is responsible for the goal?", job.place.worried)
    job.write("When do we look at it again?", day(60))
    job.press("Set the goal")
    job.guide_says("agree_goals")
    job.follow("New intervention")
    job.write("What shall be done?", HELP)
    job.choose("Who is responsible for it?", job.place.worried)
    job.write("How will we see that it helps?", "Blir bedt med i leken")
    job.write("When do we evaluate it?", day(30))
    job.press("Agree on it")
    job.you.reads(HELP)


def ask_for_consent(job):
    job.open("child")
    job.follow("Consents")
    job.follow("Ask for consent")
    job.you.tick(job.place.service)
    job.write("What the services may know and talk about", "Lek og venner")
    job.press("Ask")
    job.you.follow(job.place.service)
    job.tick("Yes")
    job.tick("Signed on paper")
    job.press("Save the answer")


def review(job):
    job.open("child")
    job.follow("Review")
    job.tick("It helps somewhat")
    job.write("What have you seen?", "Blir bedt med oftere.")
    job.tick("Yes, we talked together")
    job.write("What does the child say about it?", "Det er gøy med Ida.")
    job.tick("Go on as now")
    job.press("Save the evaluation")


def raise_the_level(job, to=2):
    job.open("child")
    job.follow("Change the level")
    job.you.tick(job.place.level(to))
    job.write("What has been tried?", "Lekegruppe hos oss.")
    job.write("How did it go?", "Det hjelper litt.")
    job.tick("Yes, we talked together")
    job.write("What does the child think about the change?", "Det er greit.")
    job.write("What do we know?", "Barnet vil ha venner.")
    job.write("What does it mean for this child?", "Trygghet ute.")
    job.write("What weighs most?", "Barnets eget ønske.")
    job.write("What do we do because of it?", "Vi ber flere hjelpe.")
    job.press("Change the level")
    job.open("child")
    job.you.reads(job.place.level(to))


def invite(job):
    job.follow("The team: invite or take off")
    job.choose("Who joins?", job.place.helper)
    job.press("Invite")
    job.you.reads(job.place.helper)


def write_an_entry(job):
    job.be(job.place.helper)
    job.open("child")
    job.follow("Write in the log")
    job.tick("A note")
    job.write("Text", ENTRY)
    job.press("Save")
    job.you.reads(ENTRY)


def hand_over(job):
    job.be(job.place.worried)
    job.open("child")
    job.follow("Hand over to another")
    job.choose("Who is asked to take over?", job.place.next_holder)
    job.write("Why?", "Ny lærer fra mandag.")
    job.write("What must they know before they say yes?", "Små grupper virker.")
    job.press("Offer the log")
    job.be(job.place.next_holder)
    job.you.follow(job.child)
    job.press("Yes, I take over")


def close(job):
    job.open("child")
    job.follow("Close the log")
    job.tick("The goals are reached")
    job.tick("Partly reached")
    job.write("Sum up", "Lekegruppa gjorde det lettere.")
    job.tick("Yes, we talked together")
    job.write("What does the child say about it ending now?", "Det er fint.")
    job.write("What do the guardians say?", "De er trygge.")
    job.write("Who follows on from here?", "Læreren.")
    job.press("Read it through")
    job.press("Close the log")
    job.open("child")
    job.you.reads(job.you.said("Closed"))


ALL = [
    *(write_a_worry, share_it, ask_a_team, register_the_child),
    *(talk_with_the_guardians, fill_in_a_form_about_the_concern, decide),
    *(open_level_1, agree_on_a_goal, fill_in_a_form_in_the_log, ask_for_consent),
    *(review, raise_the_level, invite, write_an_entry, hand_over, close),
]
