from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "guards.sql"


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_protect"), ("kernel", "0001_who_is_acting")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
