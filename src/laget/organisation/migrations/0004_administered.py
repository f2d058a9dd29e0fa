from django.db import migrations

from laget.kernel.protected import ProtectedTable

TABLES = (
    *("municipality", "placeontheweb", "service", "service_municipalities", "unit"),
    *("presence", "teamtype", "team", "profile", "profileitem", "profileversion"),
)


class Migration(migrations.Migration):
    """Read by all; written by the municipality's own administrators alone."""

    dependencies = [("organisation", "0003_profiles")]
    operations = [
        ProtectedTable(f"organisation_{table}", subject=None) for table in TABLES
    ]
