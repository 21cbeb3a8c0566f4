"""What changed since a moment, so that others can keep a copy."""

from datetime import datetime
from typing import Final

from django.http import HttpRequest

from api.directory.answering import next_url
from api.directory.build.parts import Content
from api.directory.moments import written
from api.directory.params import Mirrored
from api.directory.reasons import ONLY_ALONE
from api.directory.showing import shown
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind
from api.problems import UnreadableError

COMPANIONS: Final = {"changed_since", "lang", "limit"}


def changes(
    request: HttpRequest, question: Mirrored, moment: datetime, kind: RecordKind, version: Version
) -> Content:
    """Return what changed after a moment, the oldest change first.

    The version was read before the rows. Every change up to the version's moment was committed
    with it, so `as_of` promises nothing that the rows lack; newer rows may be among them, and come
    once more next time. While there is a next page, `as_of` is this page's last change: whoever
    goes on from any `as_of` misses nothing.
    """
    others = sorted(question.model_fields_set - COMPANIONS)
    if refused := [name for name in others if getattr(question, name)]:
        raise UnreadableError(dict.fromkeys(refused, ONLY_ALONE))
    since = DirectoryRecord.objects.since(kind, moment)
    found = list(since[: question.limit + 1])
    rows, has_more = found[: question.limit], len(found) > question.limit
    as_of = written(rows[-1].changed_at if has_more else version.changed_at)
    return {
        "items": [
            shown(row.content, row.changed_at, question.lang) for row in rows if not row.deleted
        ],
        "deleted": [
            {"id": str(row.key), "changed_at": written(row.changed_at)}
            for row in rows
            if row.deleted
        ],
        "total": None,
        "next": next_url(request, changed_since=as_of) if has_more else None,
        "as_of": as_of,
    }
