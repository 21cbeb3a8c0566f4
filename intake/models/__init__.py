"""What this room remembers of what it took in."""

from intake.models.batch import BatchChange, ImportBatch
from intake.models.mapping import CodeMapping
from intake.models.record import ImportedRecord
from intake.models.upload import Upload

__all__ = ["BatchChange", "CodeMapping", "ImportBatch", "ImportedRecord", "Upload"]
