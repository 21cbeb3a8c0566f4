"""The file of an import, between reading it and importing it for real."""

from datetime import timedelta

from django.db import models

from intake.models.batch import ImportBatch
from services import clock

KEPT_FOR = timedelta(days=1)


class UploadQuerySet(models.QuerySet["Upload"]):
    """Questions over uploads."""

    def outdated(self) -> "UploadQuerySet":
        """Keep what was uploaded more than a day ago."""
        return self.filter(batch__started_at__lt=clock.now() - KEPT_FOR)


class Upload(models.Model):
    """An uploaded file, in the database: never public, and there for a worker elsewhere too."""

    batch = models.OneToOneField(
        ImportBatch, on_delete=models.CASCADE, primary_key=True, related_name="upload"
    )
    content = models.BinaryField()

    objects = UploadQuerySet.as_manager()

    def __str__(self) -> str:
        return self.batch.name
