from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("messaging", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("messaging_message", subject="to_id"),
    ]
