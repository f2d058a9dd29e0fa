"""A reference to a law, as data: which act, which section, and the act's own date.

It is shown as a reference. What it means for one child, people decide.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Law:
    """A section of an act, as our own overview had it on `noted_on`.

    Nobody has compared it with the act in force since: whoever must know reads `see`.
    """

    act: str
    section: str
    number: str
    noted_on: date
    see: str = "lovdata.no"

    def __str__(self) -> str:
        return f"{self.act} {self.section} ({self.number})"


NOTED = date(2026, 11, 1)
PROTECTED_ADDRESS = Law("Folkeregisterloven", "§ 10-4", "LOV-2016-12-09-88", NOTED)
DECIDE_TOGETHER = Law("Barnelova", "§ 30", "LOV-1981-04-08-7", NOTED)
CHILD_IS_HEARD = Law("Barnelova", "§ 31", "LOV-1981-04-08-7", NOTED)
DUTY_TO_REPORT = Law("Barnevernsloven", "§ 13-2", "LOV-2021-06-18-97", NOTED)
ANSWER_TO_REPORTER = Law("Barnevernsloven", "§ 13-3", "LOV-2021-06-18-97", NOTED)
DUTY_TO_AVERT = Law("Straffeloven", "§ 196", "LOV-2005-05-20-28", NOTED)
