from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "needs.sql"


class Migration(migrations.Migration):
    dependencies = [("children", "0007_what_one_needs")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
