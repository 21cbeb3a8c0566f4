"""Whose a field is: the catalogue's, or ours once somebody took it over."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from intake.fields import is_channel, kept_names, page_fields, supplied_names
from intake.importing.restore import restore_field
from intake.models import ImportedRecord
from services.admin.kept import Kept
from services.models.bilingual import BilingualPage

# The parts of the addresses in the catalogue's own editor.
ADDRESS_PARTS = {
    ImportedRecord.Kind.ORGANISATION: "organization",
    ImportedRecord.Kind.ENTRY: "service",
}


def fields_kept_in_catalogue(page: BilingualPage, user: Any) -> dict[str, Kept]:
    """Return what the editor says beside each field that the page's record supplies."""
    record = record_of(page)
    if record is None:
        return {}
    language = page.locale.language_code
    kept = kept_names(record, language)
    found: dict[str, Kept] = {}
    for name in supplied_names(record, language):
        field = _in_catalogue(page, record, name) if name in kept else _taken_over(page, name)
        first, *others = (name,) if is_channel(name) else page_fields(name)
        found[first] = field
        found.update(dict.fromkeys(others, Kept(field.note, read_only=field.read_only)))
    return found


def record_of(page: BilingualPage) -> ImportedRecord | None:
    """Return the record that a page was read from."""
    return ImportedRecord.objects.filter(translation_key=page.translation_key).first()


def address_in_catalogue(record: ImportedRecord) -> str:
    """Return where a record is edited in the catalogue itself."""
    kind = ADDRESS_PARTS[ImportedRecord.Kind(record.kind)]
    return str(settings.PTV_EDIT_URL.format(kind=kind, id=record.external_id))


@transaction.atomic
def take_over(*, page: BilingualPage, name: str, user: Any) -> None:
    """Make a field ours in every language: imports leave it alone from now on.

    Raises PermissionDenied for whoever may not edit the page.
    """
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    record = _locked_record(page)
    if name not in kept_names(record, page.locale.language_code):
        return
    record.taken_over = sorted({*record.taken_over, name})
    record.save(update_fields=["taken_over"])
    log(instance=page, action="intake.take_over", user=user, data={"field": name})


@transaction.atomic
def give_back(*, page: BilingualPage, name: str, user: Any) -> None:
    """Let the catalogue keep a field again, and publish what it last said.

    Raises PermissionDenied for whoever may not publish the page.
    """
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    record = _locked_record(page)
    if name not in record.taken_over:
        return
    record.taken_over = [other for other in record.taken_over if other != name]
    record.save(update_fields=["taken_over"])
    restore_field(record, name, user)
    log(instance=page, action="intake.give_back", user=user, data={"field": name})


def _locked_record(page: BilingualPage) -> ImportedRecord:
    records = ImportedRecord.objects.select_for_update()
    return records.get(translation_key=page.translation_key)


def _in_catalogue(page: BilingualPage, record: ImportedRecord, name: str) -> Kept:
    return Kept(
        _("From the national service catalogue"),
        (
            (_("Change it in PTV"), address_in_catalogue(record)),
            (_("Take over"), reverse("take_over", args=[page.pk, name])),
        ),
    )


def _taken_over(page: BilingualPage, name: str) -> Kept:
    return Kept(
        _("Taken over: kept here, imports leave it alone"),
        ((_("Give back to PTV"), reverse("give_back", args=[page.pk, name])),),
        read_only=False,
    )
