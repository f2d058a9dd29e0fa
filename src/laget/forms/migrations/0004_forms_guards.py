from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "guards.sql"


class Migration(migrations.Migration):
    dependencies = [("forms", "0003_filling_in_forms")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
