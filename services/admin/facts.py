"""The facts of a translated page, as its translator sees them: read-only, with the way to them."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail_localize.models import Translation

from services.models.bilingual import BilingualPage


def show_facts(request: HttpRequest, page: BilingualPage, translation: Translation) -> None:
    """Say above wagtail-localize's editor which facts hold, and where they are edited."""
    source = translation.source.get_source_instance()
    language = source.locale.get_display_name()
    messages.info(
        request,
        _("Facts are the same in every language. Now: %s") % "; ".join(facts_in_words(page)),
        buttons=[
            messages.button(
                reverse("wagtailadmin_pages:edit", args=[source.pk]),
                _("Edit them in: %s") % language,
            )
        ],
    )


def facts_in_words(page: BilingualPage) -> list[str]:
    """Return the facts a translator may miss: channels, meeting times, address, hours."""
    children = [
        str(row)
        for name in ("channels", "schedule_rules")
        for row in (getattr(page, name).all() if hasattr(page, name) else ())
    ]
    columns = [str(getattr(page, name, "")) for name in ("street", "postcode", "opening_hours")]
    return [words for words in (*children, *columns) if words] or [_("none yet")]
