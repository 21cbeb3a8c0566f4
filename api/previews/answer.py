"""What a head of the directory API is told about a draft."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Revision

from api.directory.answering import to_bytes
from api.directory.build import entry_of_draft
from api.directory.reasons import UNREADABLE
from api.directory.showing import shown
from api.previews.tokens import draft_of
from api.problems import problem
from services import clock
from services.models import Entry


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Answer with an entry as it would be if the draft were published."""
    language = request.GET.get("lang")
    if language is not None and language not in dict(settings.LANGUAGES):
        return problem(request, 422, reasons={"lang": UNREADABLE})
    try:
        content = entry_of_draft(draft_of(token))
    except signing.SignatureExpired:
        return problem(request, 410, detail=_("The link to this draft has expired."))
    except (signing.BadSignature, Revision.DoesNotExist, Entry.DoesNotExist):
        return problem(request, 404)
    if content is None:
        return problem(request, 404, detail=_("Publish the organisation first."))
    answer = to_bytes(request, shown(content, clock.now(), language))
    headers = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
    return HttpResponse(answer, content_type="application/json", headers=headers)
