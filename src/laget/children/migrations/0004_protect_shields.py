from pathlib import Path

from django.db import migrations

from laget.kernel.protected import ProtectedTable

GUARDS = Path(__file__).parents[1] / "guards.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("children", "0003_guardians_and_shields"),
        ("audit", "0002_books"),
    ]
    operations = [
        ProtectedTable("children_shield", subject="child_id"),
        migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop),
    ]
