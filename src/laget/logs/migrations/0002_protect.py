from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("logs", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("logs_log", subject="child_id"),
        ProtectedTable("logs_levelchange", subject="log_id"),
        ProtectedTable("logs_participation", subject="log_id"),
        ProtectedTable("logs_handover", subject="log_id"),
        ProtectedTable("logs_emergencyaccess", subject="child_id"),
        ProtectedTable("logs_goal", subject="log_id"),
        ProtectedTable("logs_intervention", subject="log_id"),
        ProtectedTable("logs_review", subject="log_id"),
        ProtectedTable("logs_entry", subject="log_id"),
    ]
