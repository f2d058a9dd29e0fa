from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("meetings_meeting", subject="log_id"),
        ProtectedTable("meetings_invitation", subject="meeting_id"),
        ProtectedTable("meetings_agendaitem", subject="meeting_id"),
        ProtectedTable("meetings_minutes", subject="meeting_id"),
        ProtectedTable("meetings_seat", subject="log_id"),
    ]
