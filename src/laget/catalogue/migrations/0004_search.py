from pathlib import Path

from django.db import migrations

SEARCH = Path(__file__).parents[1] / "search.sql"


class Migration(migrations.Migration):
    """The words of each programme, kept by the database itself."""

    dependencies = [("catalogue", "0003_administered")]
    operations = [migrations.RunSQL(SEARCH.read_text(), migrations.RunSQL.noop)]
