"""Municipalities that a source names and the site does not know yet."""

from collections.abc import Mapping

from intake.report import Mention, Report
from services.fields import LocalizedText
from services.models import Entry, Municipality
from services.notify import keys_changed


class Municipalities:
    """The site's municipalities, and those that an import adds."""

    def __init__(self, report: Report) -> None:
        self._known = set(Municipality.objects.values_list("code", flat=True))
        self._report = report

    def add(self, labels: Mapping[str, Mapping[str, str]]) -> None:
        """Add those that are missing, with the labels that the source has."""
        new = [
            Municipality(code=code, label=LocalizedText(names or {"fi": code}))
            for code, names in labels.items()
            if code not in self._known
        ]
        # In bulk no signal is sent: what serves the whole region is announced once, in the end.
        Municipality.objects.bulk_create(new)
        self._known.update(row.code for row in new)
        self._report.municipalities_added += [Mention(row.code, str(row)) for row in new]

    def announce(self) -> None:
        """Tell about the entries that serve the whole region, which has grown."""
        if self._report.municipalities_added:
            everywhere = Entry.objects.filter(whole_region=True)
            keys_changed(set(everywhere.values_list("translation_key", flat=True)))
