"""One record of the catalogue, and what it became here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedRecord(models.Model):
    """Ties a record's id to an organisation or an entry, and remembers what it last said.

    `values` holds what the catalogue last said, by the names of `intake.fields`: {"facts": {name:
    …}, "texts": {language: {name: …}}}, with an entry's "kind" and the "order" of the facts.
    `taken_over` names the fields that are ours now, in every language: an import leaves them alone
    and lists where the catalogue says something else. `organisation` is the external id of an
    entry's organisation.
    """

    class Kind(models.TextChoices):
        """What a record is."""

        ORGANISATION = "organisation", _("Organisation")
        ENTRY = "entry", _("Entry")

    class Decision(models.TextChoices):
        """What somebody said about a possible duplicate."""

        OPEN = "", _("Not decided")
        SAME = "same", _("The same entry")
        NEW = "new", _("A new entry")

    source = models.CharField(max_length=20, default="ptv")
    external_id = models.CharField(max_length=100)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    organisation = models.CharField(max_length=100, blank=True, db_index=True)
    translation_key = models.UUIDField(null=True, blank=True, db_index=True)
    title = models.CharField(_("title"), max_length=255, blank=True)
    values = models.JSONField(default=dict, blank=True)
    taken_over = models.JSONField(default=list, blank=True)
    vanished = models.BooleanField(_("gone from the catalogue"), default=False)
    possible_duplicate_of = models.UUIDField(null=True, blank=True)
    decision = models.CharField(
        max_length=10, choices=Decision.choices, blank=True, default=Decision.OPEN
    )

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], name="one_row_per_imported_record"
            )
        ]

    def __str__(self) -> str:
        return self.title or self.external_id
