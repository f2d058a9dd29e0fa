from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("threads", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("threads_thread", subject="log_id"),
        ProtectedTable("threads_party", subject="thread_id"),
        ProtectedTable("threads_post", subject="thread_id"),
        ProtectedTable("threads_receipt", subject="post_id"),
    ]
