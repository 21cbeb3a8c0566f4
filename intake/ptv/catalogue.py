"""The catalogue's files as what an import wants: organisations first, then entries."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self, cast

from django.utils.translation import gettext as _

from intake.errors import NothingImportedError
from intake.importing.wanted import Wanted
from intake.ptv.entry import UsedChannel, entry
from intake.ptv.files import sources
from intake.ptv.languages import kept
from intake.ptv.mapping import CodeTable
from intake.ptv.organisation import organisation
from intake.ptv.records import Channel, ChannelUse, Organisation, RecordError, Service
from intake.ptv.stage import Stage, Staged
from intake.report import Problem


class Catalogue:
    """A source of records. Raises NothingImportedError where there are none at all.

    `problems` grows while the records are read; afterwards `present` holds the ids of all that
    the catalogue publishes, broken ones too, and `organisations` those of its organisations.
    """

    name = "ptv"

    def __init__(self, path: Path) -> None:
        self._stage = Stage()
        self._table = CodeTable()
        self.present: set[str] = set()
        self.organisations: set[str] = set()
        self._stage.add(sources(path))
        self.problems = self._stage.problems
        self.total = self._stage.count("organisation") + self._stage.count("service")
        if not self.total:
            raise NothingImportedError(self._why_nothing())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._stage.__exit__(*exc)

    @property
    def complete(self) -> bool:
        """Whether what is not present is really gone: all files were read, services are in them."""
        return self._stage.complete and self._stage.count("service") > 0

    def wanted(self) -> Iterator[Wanted | None]:
        """Yield what each record is to be; None for one that is left out as a problem."""
        self._check_channels()
        for staged in self._stage.records("organisation"):
            self.organisations.add(staged.id)
            yield self._try(staged)
        for staged in self._stage.records("service"):
            yield self._try(staged)

    def _try(self, staged: Staged) -> Wanted | None:
        self.present.add(staged.id)
        try:
            wanted = self._wanted(staged, self._published(staged))
        except RecordError as error:
            self.problems.append(staged.problem(str(error)))
            return None
        self.problems += [staged.problem(remark) for remark in wanted.remarks]
        return wanted

    def _published(self, staged: Staged) -> Organisation | Service:
        record = cast("Organisation | Service", staged.read())
        if not record.is_published:
            self.present.discard(staged.id)
            raise RecordError(_("It is not published in the catalogue."))
        if not kept(record.names):
            raise RecordError(_("It has no name in any of this site's languages."))
        return record

    def _wanted(self, staged: Staged, record: Organisation | Service) -> Wanted:
        if isinstance(record, Organisation):
            return organisation(record, file=staged.file)
        found = {use.id: self._channel(use) for use in record.channels}
        used = [channel for channel in found.values() if channel]
        names = {use.id: use.name for use in record.channels if not found[use.id]}
        published = [row for row in used if row.channel.is_published]
        return entry(record, published, self._table, missing=names, file=staged.file)

    def _channel(self, use: ChannelUse) -> UsedChannel | None:
        staged = self._stage.find("channel", use.id)
        with suppress(RecordError):
            if staged:
                channel = cast("Channel", staged.read())
                return UsedChannel(channel, use.hours or channel.hours)
        return None

    def _check_channels(self) -> None:
        """List broken channels once, however many services use them."""
        for staged in self._stage.records("channel"):
            try:
                staged.read()
            except RecordError as error:
                self.problems.append(staged.problem(str(error)))

    def _why_nothing(self) -> str:
        first: Problem | None = next(iter(self._stage.problems), None)
        if first:
            return f"{first.file}: {first.reason}"
        return _("There are no organisations or services of PTV here.")
