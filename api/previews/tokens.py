"""Signed, short-lived names of drafts."""

from typing import Final

from django.conf import settings
from django.core import signing
from wagtail.models import Page, Revision

from services.models import Entry

SALT: Final = "api.previews"


def preview_token(entry: Page) -> str:
    """Return what lets its holder see an entry's latest saved draft, for PREVIEW_SECONDS."""
    return signing.dumps({"page": entry.pk, "revision": entry.latest_revision_id}, salt=SALT)


def draft_of(token: str) -> Entry:
    """Return the draft that a token was made for.

    Raises SignatureExpired, BadSignature for what is no token of ours, and DoesNotExist where the
    draft has been deleted since.
    """
    draft = signing.loads(token, salt=SALT, max_age=settings.PREVIEW_SECONDS)
    entry: Entry = (
        Revision.objects.get(pk=draft["revision"]).as_object()
        if draft["revision"]
        else Entry.objects.get(pk=draft["page"]).specific
    )
    return entry
