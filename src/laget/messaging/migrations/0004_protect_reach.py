from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [
        ("messaging", "0003_told_outside_the_house"),
        ("audit", "0002_books"),
    ]
    operations = [ProtectedTable("messaging_reach", subject="user_id")]
