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
            name="Factor",
            fields=[
                (
                    "code",
                    models.CharField(max_length=10, primary_key=True, serialize=False),
                ),
                ("side", models.CharField(max_length=10)),
                ("group", models.CharField(max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("nb", models.CharField(max_length=200)),
                ("nn", models.CharField(max_length=200)),
                ("en", models.CharField(max_length=200)),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("name", models.CharField(max_length=100)),
                ("number", models.CharField(max_length=30)),
                ("when", models.CharField(max_length=300)),
                ("is_emergency", models.BooleanField(default=False)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="organisation.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "name"),
                        name="contact_once_in_a_municipality",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Level",
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
                ("level", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=100)),
                ("about", models.TextField(blank=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="levels",
                        to="organisation.municipality",
                    ),
                ),
            ],
            options={
                "ordering": ("level",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "level"),
                        name="level_once_in_a_municipality",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", range(0, 4))),
                        name="level_is_0_to_3",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
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
                ("level", models.PositiveSmallIntegerField()),
                ("number", models.CharField(max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("what", models.TextField()),
                ("how", models.TextField()),
                ("who", models.TextField()),
                ("tools", models.JSONField(blank=True, default=list)),
                ("rule", models.TextField(blank=True)),
                ("law", models.JSONField(blank=True, default=list)),
                ("verb", models.CharField(max_length=20)),
                ("leads_to", models.JSONField(blank=True, default=list)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="organisation.municipality",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "number"),
                        name="step_once_in_a_municipality",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", range(0, 4))),
                        name="step_level_is_0_to_3",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "verb__in",
                                [
                                    "write_concern",
                                    "share",
                                    "ask_team",
                                    "talk_with_guardians",
                                    "decide",
                                    "agree_goals",
                                    "review",
                                    "ask_consent",
                                    "open_log",
                                    "raise_level",
                                    "hand_over",
                                    "close",
                                    "report",
                                ],
                            )
                        ),
                        name="step_verb_is_known",
                    ),
                ],
            },
        ),
    ]
