"""A report in lines of text, for the console."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.models import ImportBatch
from intake.report import Mention, Report


def lines(report: Report, batch: ImportBatch, *, dry_run: bool) -> Iterator[str]:
    """Yield what an import did, or would do: counts first, then every record left out."""
    if dry_run:
        yield _("Dry run: nothing was changed. An import would do this:")
    elif batch.pk:
        yield _("Import %(number)s is done. Take it back with: import_ptv --undo %(number)s") % {
            "number": batch.pk
        }
    else:
        yield _("Nothing new: nothing was changed.")
    yield from _counts(report)
    yield from _section(
        _("Left out:"), (f"{row.file} {row.id} {row.reason}" for row in report.problems)
    )
    yield from _section(
        _("Perhaps here already; decide in the admin whether it is the same:"),
        (f"{row.record} {row.title} = {row.entry_title}" for row in report.duplicates),
    )
    yield from _section(
        _("Taken over here, and different in PTV:"),
        (
            f"{row.title} ({row.language}), {row.field}: {row.ours} | PTV: {row.theirs}"
            for row in report.differences
        ),
    )
    yield from _mentions(_("Gone from PTV:"), report.vanished)
    yield from _mentions(
        _("A language is gone from PTV; its page stays:"), report.languages_vanished
    )
    yield from _mentions(_("Channels that are not in this data:"), report.channels_missing)
    yield from _mentions(_("Organisations that were here already:"), report.organisations_matched)
    yield from _mentions(_("Municipalities added:"), report.municipalities_added)
    for language, number in report.languages_left_out.items():
        yield ngettext(
            "%(number)s record also has texts in a language that this site lacks: %(language)s.",
            "%(number)s records also have texts in a language that this site lacks: %(language)s.",
            number,
        ) % {"number": number, "language": language}


def _counts(report: Report) -> Iterator[str]:
    kinds = {"organisation": _("Organisations"), "entry": _("Entries")}
    outcomes = {
        "created": _("created"),
        "changed": _("changed"),
        "unchanged": _("unchanged"),
        "left_out": _("left out"),
    }
    for kind, counts in report.counts.items():
        found = (f"{outcomes[outcome]} {number}" for outcome, number in counts.items())
        yield f"{kinds[kind]}: {', '.join(found)}"


def _mentions(heading: str, mentions: Iterable[Mention]) -> Iterator[str]:
    yield from _section(heading, (f"{row.record} {row.title}" for row in dict.fromkeys(mentions)))


def _section(heading: str, rows: Iterable[str]) -> Iterator[str]:
    found = list(rows)
    if found:
        yield heading
        yield from (f"  {row}" for row in found)
