"""What the records of one import share."""

from typing import Any

from intake.importing.addresses import Addresses
from intake.importing.codes import Municipalities
from intake.importing.duplicates import Candidates
from intake.importing.ledger import Ledger
from intake.importing.organisations import Organisations
from intake.importing.wanted import Wanted
from intake.importing.writing import begin
from intake.models import ImportBatch, ImportedRecord
from intake.report import Change, Problem, Report
from services.models.bilingual import BilingualPage

# So many new pages go live at a time.
TOGETHER = 100


class Context:
    """A batch under way: its report and ledger, and what was read once for all records.

    `user` None, at the console, may do everything.
    """

    def __init__(self, batch: ImportBatch, report: Report, user: Any) -> None:
        self.source = batch.source
        self.report = report
        self.user = user
        self.ledger = Ledger(batch)
        self.organisations = Organisations(batch.source, user)
        self.municipalities = Municipalities(report)
        self.addresses = Addresses()
        self.candidates = Candidates(batch.source)
        self._new_pages: list[BilingualPage] = []

    def begin(self, pages: list[BilingualPage]) -> None:
        """Let new pages go live with their first revisions, together with others."""
        self._new_pages += pages
        if len(self._new_pages) >= TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Make the pages live that still wait."""
        begin(self._new_pages, self.user)
        self._new_pages = []

    def leave_out(self, record: ImportedRecord, wanted: Wanted, reason: str) -> None:
        """List a record that does not go in."""
        self.report.count(record.kind, "left_out")
        self.report.problems.append(Problem(wanted.file, wanted.external_id, reason))

    def add_change(self, record: ImportedRecord, outcome: str) -> None:
        """List a record that was created or changed."""
        owner = record.organisation or record.external_id
        titles = (page.title for page in self.organisations.pages(owner).values())
        organisation = next(titles, "")
        self.report.add_change(
            Change(record.external_id, record.title, organisation, record.kind, outcome)
        )
