import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisation", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Programme",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("about", models.TextField()),
                ("tiers", models.JSONField()),
                ("arenas", models.JSONField()),
                ("age_from", models.SmallIntegerField()),
                ("age_to", models.SmallIntegerField()),
                ("place", models.CharField(max_length=200)),
                ("responsible", models.CharField(max_length=200)),
                ("how_to_start", models.TextField()),
                ("status", models.CharField(max_length=12)),
                ("evidence", models.CharField(blank=True, max_length=100)),
                ("evidence_source", models.CharField(blank=True, max_length=200)),
                (
                    "evidence_year",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("source", models.CharField(max_length=200)),
                ("checked_on", models.DateField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="organisation.municipality",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="programmes",
                        to="organisation.service",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "name"),
                        name="programme_once_in_a_municipality",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["running", "pilot", "considered"])
                        ),
                        name="programme_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("age_from__lte", models.F("age_to"))),
                        name="programme_ages_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evidence", ""),
                            models.Q(("evidence_source", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="programme_evidence_has_a_source",
                    ),
                ],
            },
        ),
    ]
