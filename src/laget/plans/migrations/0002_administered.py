from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    """Read by all; written by the municipality's own administrators alone."""

    dependencies = [("plans", "0001_plan")]
    operations = [ProtectedTable("plans_plan", subject=None)]
