from django.db import migrations

from laget.kernel.protected import ProtectedTable


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial"), ("audit", "0002_books")]
    operations = [
        ProtectedTable("forms_template", subject=None),
        ProtectedTable("forms_templateversion", subject=None),
        ProtectedTable("forms_filled", subject="place"),
        ProtectedTable("forms_part", subject="seen_with"),
    ]
