from pathlib import Path

from django.db import migrations, models
from django.db.models import Q

GUARDS = Path(__file__).parents[1] / "guards.sql"


class Migration(migrations.Migration):
    dependencies = [
        ("inquiries", "0002_protect"),
        ("intake", "0003_guards"),  # refused_by_policy()
        ("organisation", "0008_the_familys_own_pages"),
    ]
    operations = [
        migrations.AddField(
            model_name="inquiry",
            name="changed",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="inquiry",
            constraint=models.CheckConstraint(
                name="inquiry_is_about_someone_or_something",
                condition=Q(kind="looked", day__isnull=False, person__isnull=False)
                | Q(kind="correction", record__isnull=False),
            ),
        ),
        migrations.RunSQL(GUARDS.read_text(), migrations.RunSQL.noop),
    ]
