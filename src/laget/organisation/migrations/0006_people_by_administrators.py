from pathlib import Path

from django.db import migrations

from laget.kernel.protected import ProtectedTable

GUARDS = Path(__file__).parents[1] / "more_guards.sql"


class Migration(migrations.Migration):
    dependencies = [("organisation", "0005_uploads")]
    operations = [
        ProtectedTable("organisation_upload", subject=None),
        migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop),
    ]
