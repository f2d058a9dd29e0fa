from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("inquiries", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("inquiries_inquiry", subject="child_id"),
    ]
