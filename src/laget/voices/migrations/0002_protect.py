from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("voices", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("voices_voice", subject="child_id"),
        ProtectedTable("voices_comment", subject="child_id"),
        ProtectedTable("voices_experience", subject="log_id"),
    ]
