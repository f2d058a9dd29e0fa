from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "guards.sql"


class Migration(migrations.Migration):
    dependencies = [("threads", "0002_protect"), ("children", "0004_protect_shields")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
