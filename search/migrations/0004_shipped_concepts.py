"""Fill the thesaurus with the concepts that come with the project."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from search.thesaurus.shipped import shipped_concepts
from search.thesaurus.stored import columns_of


def load_shipped(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add them all; there are no others yet."""
    model = apps.get_model("familysearch", "ThesaurusConcept")
    model.objects.bulk_create(model(**columns_of(concept)) for concept in shipped_concepts())


class Migration(migrations.Migration):
    """Fill the table; going back drops it anyway."""

    dependencies = [("familysearch", "0003_thesaurus_concept")]

    operations = [migrations.RunPython(load_shipped, migrations.RunPython.noop, elidable=True)]
