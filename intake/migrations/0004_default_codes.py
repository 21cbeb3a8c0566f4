"""The table that turns the catalogue's codes into ours, as it is to begin with."""

from django.db import migrations

from intake.ptv.mapping import default_rows


def add_defaults(apps, schema_editor):
    mapping = apps.get_model("intake", "CodeMapping")
    for row in default_rows():
        mapping.objects.get_or_create(scheme=row["scheme"], code=row["code"], defaults=row)


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_record_organisation'),
    ]

    operations = [
        migrations.RunPython(add_defaults, migrations.RunPython.noop),
    ]
