from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    """Read by all; written by the municipality's own administrators alone."""

    dependencies = [("guide", "0003_guides")]
    operations = [
        ProtectedTable(f"guide_{table}", subject=None)
        for table in ("guide", "level", "step", "contact")
    ]
