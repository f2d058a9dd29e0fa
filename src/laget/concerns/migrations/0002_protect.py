from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("concerns", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("concerns_concern", subject="id"),
        ProtectedTable("concerns_share", subject="concern_id"),
        ProtectedTable("concerns_conversation", subject="concern_id"),
        ProtectedTable("concerns_discussion", subject="id"),
        ProtectedTable("concerns_advice", subject="discussion_id"),
    ]
