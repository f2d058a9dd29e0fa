from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).parents[1] / "family_guards.sql"


class Migration(migrations.Migration):
    dependencies = [("consents", "0007_consents_answered_again")]
    operations = [migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop)]
