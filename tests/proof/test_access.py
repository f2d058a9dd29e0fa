"""Every page, asked for by every kind of person. What they get stands in access.csv.

A change of access is a change of that file: `pytest tests/proof/test_access.py
--write-access` writes it anew, and the difference is read by people.
"""

from tests.proof import walking
from tests.proof.walking import KNOWS_NOTHING, PARTS, names, without_names

MOST_STATEMENTS = 15
BEGINNING = 2  # the session and the user, before any page begins
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
MAY_BE_WRITTEN = {"audit_event"}
# That one has read a message is shown to the others, and the notice of it is put away.
READ_BY = {"threads_receipt", "messaging_message", "audit_history"}
THREADS = {"thread", "staff-thread"}
# One's own log-in, before any hat.
ABOUT_ONESELF = {"sessions", "log-in-again", "nothing-yours", "kept"}
SIGNED = {"back-channel-logout"}  # the provider's own signature instead of our key
DOWNLOAD = "download-our-data"  # a question for each kind of record
MOST_FOR_ALL_THERE_IS = 60
# A visitor gets no cookie but the one that says a language: there is no key to compare.
RESTS = {"healthy"}  # it is asked every second, says one word, and is about nobody


def test_everybody_gets_what_the_table_says(walk, request):
    found = {name: dict.fromkeys(PARTS, "") for name in names()}
    for answer in walk.about("ours"):
        before = found[answer.name][answer.part]
        found[answer.name][answer.part] = f"{before} {answer.word}".strip()
    if request.config.getoption("--write-access"):
        walking.write_table(found)
    assert found == walking.read_table()


def test_what_is_hidden_and_what_does_not_exist_answer_alike(walk):
    alike = {}
    for answer in walk.about("theirs", "nothing"):
        response = answer.response
        said = response.status_code, without_names(response.body)
        alike.setdefault((answer.part, answer.name, answer.method), set()).add(said)
    assert [key for key, said in alike.items() if len(said) > 1] == []


def test_nobody_is_let_in_to_a_child_that_is_not_theirs(walk):
    words = {answer.word for answer in walk.about("theirs")}
    assert words <= {"hidden", "-", "hat"}


def test_no_word_about_a_child_reaches_who_may_not_know_it(walk):
    told = [
        str(answer)
        for answer in walk.answers
        for about, mark in walk.marks.items()
        if about == "theirs" or answer.part in KNOWS_NOTHING
        if mark in f"{answer.response.headers} {answer.response.body}"
    ]
    assert told == []


def test_what_is_held_back_reaches_nobody_it_is_held_back_from(walk):
    """One thing from the father; the young person's words from both guardians."""
    held = {"father": ["held", "hers"], "mother": ["hers"], "guest": ["hers"]}
    told = [
        str(answer)
        for answer in walk.answers
        for mark in held.get(answer.part, [])
        if walk.marks[mark] in f"{answer.response.headers} {answer.response.body}"
    ]
    assert told == []


def test_each_of_the_family_reads_what_is_theirs(walk):
    """Or else the test above would prove nothing."""
    for part, mark in (("mother", "held"), ("young", "hers"), ("father", "ours")):
        seen = [a for a in walk.about("ours") if a.part == part]
        assert [a for a in seen if walk.marks[mark] in a.response.body], part


def test_the_words_are_there_to_be_found(walk):
    """Or else the test above would prove nothing."""
    seen = [a for a in walk.about("ours") if walk.marks["ours"] in a.response.body]
    assert len({answer.name for answer in seen if answer.part == "holder"}) > 20


def test_no_page_answers_with_a_fault(walk):
    faults = [str(a) for a in walk.answers if a.response.status_code >= 500]
    assert faults == []


def test_every_answer_keeps_to_itself(walk):
    for answer in walk.answers:
        headers = answer.response.headers
        if answer.name in RESTS:
            continue
        for header, value in HEADERS.items():
            assert headers.get(header) == value, (str(answer), header)
        policy = headers["Content-Security-Policy"]
        assert [rule for rule in POLICY if rule not in policy] == [], str(answer)
        assert "unsafe" not in policy


def test_logged_out_goes_to_log_in(walk):
    sent = {a.name for a in walk.answers if a.word == "login"}
    doors = {p.name for p in walking.patterns() if hasattr(p.callback, "action")}
    assert sent == doors | ABOUT_ONESELF
    assert {a.part for a in walk.answers if a.word == "login"} == {"logged out"}


def test_nothing_is_done_without_the_pages_own_key(walk):
    done = {a.name for a in walk.without_key if a.response.status_code != 403}
    assert done == SIGNED


def test_to_look_writes_nothing_but_that_one_looked(walk):
    looked = [answer for answer in walk.answers if answer.method == "get"]
    wrote = {
        str(a): a.wrote - MAY_BE_WRITTEN - (READ_BY if a.name in THREADS else set())
        for a in looked
        if a.wrote
    }
    assert {name: tables for name, tables in wrote.items() if tables} == {}
    assert any(a.wrote for a in looked), "nothing was noted at all"


def test_a_page_that_cannot_be_noted_is_not_shown(walk):
    for answer in walk.unnoted:
        assert answer.response.status_code >= 500, str(answer)
        assert walk.marks["ours"] not in answer.response.body
    assert len(walk.unnoted) > 20


def test_no_page_asks_the_database_more_than_fifteen_times(walk):
    most = MOST_STATEMENTS + BEGINNING
    looked = [a for a in walk.about("ours") if a.method == "get"]
    dear = {str(a): a.statements for a in looked if a.statements > most}
    assert {page for page in dear if DOWNLOAD not in page} == set()
    assert max(dear.values(), default=0) <= MOST_FOR_ALL_THERE_IS
