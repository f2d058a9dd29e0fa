from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("children", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("children_child", subject="id"),
        ProtectedTable("children_guardianship", subject="child_id"),
    ]
