from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "opening.sql"


class Migration(migrations.Migration):
    dependencies = [("voices", "0004_voices_open_to_some")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
