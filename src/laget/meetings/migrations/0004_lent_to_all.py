from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "more_guards.sql"


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_guards")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
