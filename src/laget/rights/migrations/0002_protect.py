from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("rights", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("rights_report", subject="id"),
    ]
