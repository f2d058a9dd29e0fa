"""`./laget audit verify | head`: is the log of who did what unbroken?"""

from laget.launcher import manage
from laget.launcher.trouble import Trouble

ASKED = {"verify": "audit_verify", "head": "audit_head"}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in ASKED:
        raise Trouble("Say ./laget audit verify [--head FILE], or ./laget audit head.")
    question, *rest = arguments
    return manage.main([ASKED[question], *rest])
