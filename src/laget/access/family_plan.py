"""Who in the family may read the plan: whoever the database shows the child to."""

from laget.access.rules import Action, allow, seen
from laget.children.models import Child
from laget.kernel.acting import Role

WITH = ("municipality",)
READ = Action("read_plan", Child, role=Role.FAMILY, related=WITH)
READ_WRITTEN = Action("read_written", Child, role=Role.FAMILY, related=WITH)

for _action in (READ, READ_WRITTEN):
    allow(_action)(seen)
