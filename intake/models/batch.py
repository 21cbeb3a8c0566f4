"""One import, and what it changed: as a whole it can be taken back."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from intake.models.record import ImportedRecord


class ImportBatch(models.Model):
    """An import that was read (dry run), is running, is done, failed, is being or was undone.

    `report` is `intake.report.Report` as JSON: counts, problems, differences, possible duplicates,
    vanished records, what undoing kept. `done` of `total` records were dealt with. `asked_at` is
    when a worker was last asked to do something with it: whoever was asked before is out.
    """

    class State(models.TextChoices):
        """How far an import has come."""

        READ = "read", _("Read, nothing changed yet")
        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed, nothing changed")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")

    # A worker deals with it.
    AT_WORK = (State.RUNNING, State.UNDOING)
    # What it changed is there.
    STANDING = (State.DONE, State.UNDOING)

    source = models.CharField(max_length=20, default="ptv")
    name = models.CharField(_("file"), max_length=255)
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    asked_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    report = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.name} {self.started_at:%Y-%m-%d %H:%M}"


class BatchChange(models.Model):
    """What a batch did to one record, and what was there before.

    `before` is what undoing needs, as `intake.importing.ledger.Before` writes it.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="changes")
    record = models.ForeignKey(ImportedRecord, on_delete=models.CASCADE, related_name="changes")
    before = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "record"], name="one_change_per_record")
        ]

    def __str__(self) -> str:
        return f"{self.batch}: {self.record}"
