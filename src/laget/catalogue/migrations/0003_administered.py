from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    """Read by all; written by the municipality's own administrators alone."""

    dependencies = [("catalogue", "0002_needs")]
    operations = [ProtectedTable("catalogue_programme", subject=None)]
