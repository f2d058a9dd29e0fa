"""Who may read what, by hand: nothing here is asked of the product.

Written from the plan and docs/decisions, so that a fault there is not a fault here too.
"""

OWN_PAGE, SIGHT_ENDS = 13, 18
# Where the child is, and who holds its log: told to nobody who is not to see the child.
AROUND = {"Lia barnehage", "Kari Lund"}
# What a service that was let in from now on does not read of what was there before.
EARLIER = {"entry", "recalled", "level", "form", "thread", "concern", "talk", "review"}
OFFICER = {"correction"}


def age(home):
    today = home.now.date()
    before_birthday = (today.month, today.day) < (home.born.month, home.born.day)
    return today.year - home.born.year - before_birthday


def is_family(home, who):
    """Whether they see the child's pages at all."""
    if who == "youth":
        return home.account and age(home) >= OWN_PAGE
    one = home.guardians.get(who)
    return bool(
        one and one.sees and not one.barred and not one.ended and age(home) < SIGHT_ENDS
    )


def at_home(home, who):
    """The marks that somebody in the family may be shown."""
    if not is_family(home, who):
        return set()
    those = (name for name, one in home.guardians.items() if _is_named(one))
    may = {home.names["child"], *(home.names[name] for name in those)} | AROUND
    may |= {home.phones[who]} if who in home.phones else set()
    for record in home.records:
        if _reads_at_home(home, who, record):
            may |= _of(record, "family")
    return may


def _is_named(one):
    return not one.barred and not one.ended


def _reads_at_home(home, who, record):
    if any(_is_held_back(home, who, each) for each in (record, *record.on)):
        return False
    if record.kind in ("comment", "correction"):
        return record.by == who
    if record.kind == "voice":
        return record.by == who or (record.shared and (who == "youth" or record.open))
    if not record.shared:
        return False
    return record.asked is None or who in record.asked


def _is_held_back(home, who, record):
    """From all guardians, from this one, or since before they came; or told nobody."""
    if record.waits:
        return True
    if who == "youth":
        return False
    return any(
        whom in ("all", who) or home.guardians[who].since > at
        for whom, at in record.shields
    )


def at_work(home, who):
    """The marks that somebody at work may be shown."""
    if who == "privacy":
        asked = [each for each in home.records if each.kind in OFFICER]
        words = set().union(*(_of(each, "family") for each in asked))
        return words | ({home.names["child"]} if asked else set())
    if who == "colleague":
        offers = [each for each in home.records if each.kind == "handover"]
        words = set().union(*(_of(each, "family") for each in offers))
        return words | ({home.names["child"]} if offers else set())
    consent = home.consents.get(who)
    if not consent or not consent.stands:
        return set()
    may = {*home.names.values(), *home.phones.values()}
    for record in home.records:
        if _reads_at_work(consent, record):
            may |= _of(record, "family", "team")
    return may


def _reads_at_work(consent, record):
    if record.kind in OFFICER or not record.shared:
        return False
    those = [each for each in (record, *record.on) if each.kind in EARLIER]
    return not (consent.from_now and any(each.at < consent.since for each in those))


def as_guest(home):
    """The one meeting, or what the family reads of the one form, while it lasts."""
    seat = home.seat
    if seat is None or home.closed or home.now >= home.seat_until:
        return set()
    may = {home.names["child"], *AROUND}
    if seat.kind == "form" and (seat.shields or any(e.waits for e in seat.on)):
        return may
    theirs = [e for e in home.records if e.kind == "agenda" and seat in e.on]
    return may.union(*(_of(each, "family") for each in (seat, *theirs)))


def _of(record, *readers):
    return {mark for mark, whose in record.words.items() if whose in readers}
