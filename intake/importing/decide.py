"""What somebody said about a possible duplicate, done at once."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from intake.errors import LeftOutError
from intake.importing.context import Context
from intake.importing.putting import place
from intake.importing.wanted import Wanted, facts_in_order
from intake.models import ImportBatch, ImportedRecord
from intake.ptv.languages import kept
from intake.report import Report
from services import clock
from services.notify import gathering


def apply_decision(record: ImportedRecord, decision: str, user: Any = None) -> None:
    """Make a record the entry that it is like ("same"), or an entry of its own ("new").

    A batch of its own, so that it can be undone. Raises PermissionDenied for whoever may not
    publish the pages.
    """
    batch = ImportBatch(
        source=record.source,
        name=_("Decision: %(title)s") % {"title": record.title[:200]},
        user=user,
        state=ImportBatch.State.DONE,
        started_at=clock.now(),
        total=1,
        done=1,
    )
    report = Report()
    with gathering():
        context = Context(batch, report, user)
        if not context.organisations.may_publish(record.organisation):
            raise PermissionDenied
        record.decision = decision
        try:
            context.begin(place(context, record, _wanted(record)))
        except LeftOutError as error:
            raise PermissionDenied(str(error)) from error
        context.flush()
        batch.finished_at, batch.report = clock.now(), report.to_json()
        batch.save()


def _wanted(record: ImportedRecord) -> Wanted:
    values = record.values
    texts = {code: values["texts"][code] for code in kept(values["texts"])}
    return Wanted(
        external_id=record.external_id,
        file="",
        facts=facts_in_order(values),
        texts=texts,
        organisation=record.organisation,
        kind=values["kind"],
    )
