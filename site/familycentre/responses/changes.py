"""Hears of whatever pages may show being saved, deleted or announced."""

from typing import Any, Final

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save

from familycentre.responses.version import content_changed
from services.models.bilingual import is_draft_note
from services.signals import entry_changed, organisation_changed

# Written often, and shown on no page that is kept. All other models count, new ones too: a version
# dropped in vain costs a second's work, one that stays where it shouldn't shows what is not so.
UNSEEN_APPS: Final = {
    "admin",
    "api",
    "auth",
    "contenttypes",
    "django_tasks_database",
    "familysearch",
    "intake",
    "sessions",
    "wagtail_localize",
    "wagtailadmin",
    "wagtailsearch",
    "wagtailusers",
    "webhooks",
}
UNSEEN_MODELS: Final = {
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.WorkflowState",
}


def seen_models() -> list[type[Model]]:
    """Return the models whose rows a page may show, tables that only join others included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in UNSEEN_APPS and model._meta.label not in UNSEEN_MODELS
    ]


def listen() -> None:
    """Drop the content version whenever one of them changes.

    What writes rows in bulk sends no signals: it announces its entries, as it must for the search.
    """
    for model in seen_models():
        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(row_changed, sender=model)
    for announced in (entry_changed, organisation_changed):
        announced.connect(row_changed)


def row_changed(*, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    """Drop the version, except for notes of drafts."""
    if not is_draft_note(update_fields):
        content_changed()
