"""Who in the family may do what about a child: the frame of their own pages.

The database has decided which children are theirs (`own_children` in `seeing.sql`).
"""

from laget.access.rules import Action, Needs, allow, seen
from laget.accounts.models import User
from laget.children.models import Child
from laget.kernel.acting import Role

MINE = Action("mine", Child, role=Role.FAMILY)
EASY = Action("easy", User, role=Role.FAMILY, is_noted=False, needs=Needs.ANY)

for _action in (MINE, EASY):
    allow(_action)(seen)
