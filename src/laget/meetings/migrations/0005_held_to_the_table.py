from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "held_to_the_table.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0004_lent_to_all"),
        ("children", "0008_what_one_needs_is_signed"),
    ]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
