from pathlib import Path

from django.db import migrations

from laget.kernel.protected import ProtectedTable

BOOKS = Path(__file__).parents[1] / "books.sql"


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("kernel", "0001_who_is_acting")]
    operations = [
        migrations.RunSQL(BOOKS.read_text(), migrations.RunSQL.noop),
        ProtectedTable("audit_event", subject=None),
        ProtectedTable("audit_history", subject=None),
        ProtectedTable("audit_submission", subject=None),
    ]
