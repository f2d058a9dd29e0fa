from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("intake_helprequest", subject="id"),
        ProtectedTable("intake_routing", subject="request_id"),
        ProtectedTable("intake_contact", subject="request_id"),
    ]
