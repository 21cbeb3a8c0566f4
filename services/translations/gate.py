"""The gate: a half translation never goes live, except when only facts pass through."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page
from wagtail_localize.models import Translation

_facts_passing: ContextVar[bool] = ContextVar("facts_passing", default=False)


@contextmanager
def facts_may_pass() -> Iterator[None]:
    """Let pages be saved whose texts were already live and stay as they are."""
    token = _facts_passing.set(True)
    try:
        yield
    finally:
        _facts_passing.reset(token)


def is_half_translated(page: Page) -> bool:
    """Tell whether the page is an unfinished translation that may not go live."""
    if page.alias_of_id or _facts_passing.get():
        return False
    translation = enabled_translation(page)
    if translation is None:
        return False
    total, translated = translation.get_progress()
    return bool(total != translated)


def enabled_translation(page: Page) -> Translation | None:
    """Return the translation that makes this page, or None where it is written by itself."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).first()


def drop_unpublishable(pages: list[Page], *, with_descendants: bool) -> list[Page]:
    """Take pages that may not go live, or not before their parent, out of a list, in place.

    Returns them.

    A page whose draft descendants would go live with it is left out together with them.
    """
    left_out = [
        page
        for page in pages
        if is_half_translated(page)
        or not page.get_parent().live
        or (
            with_descendants
            and any(is_half_translated(child) for child in page.get_descendants().not_live())
        )
    ]
    pages[:] = [page for page in pages if page not in left_out]
    return left_out
