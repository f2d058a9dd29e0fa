from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("consents", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("consents_consent", subject="child_id"),
        ProtectedTable("consents_answer", subject="consent_id"),
    ]
