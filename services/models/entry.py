"""The one concrete base of all entries: what a service, group, place or form of support shares."""

from typing import Any, ClassVar, Self, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from services.admin.page_forms import EntryForm
from services.blocks import BodyBlock
from services.codes import (
    Audience,
    Cost,
    Kind,
    LifeStage,
    PlaceSource,
    ServiceLanguage,
    Source,
)
from services.fields import CodeListField
from services.models.bilingual import BilingualPage, is_draft_note
from services.models.code import municipality_choices, theme_choices
from services.models.entry_panels import ENTRY_API_FIELDS, ENTRY_PANELS, PROMOTE_PANELS
from services.models.organisation import OrganisationPage
from services.models.place import PlaceFields


class EntryQuerySet(PageQuerySet):
    """Questions over all kinds of entry."""

    def with_key(self, translation_key: Any) -> Self:
        """Keep one entry, in all its languages."""
        return cast("Self", self.filter(translation_key=translation_key))

    def public_languages(self) -> Self:
        """Keep what visitors see: live pages that are no aliases."""
        return cast("Self", self.filter(live=True, alias_of=None))


class Entry(PlaceFields, BilingualPage):
    """What all four kinds share. Create one of the kinds, never this."""

    kind: ClassVar[Kind]
    is_creatable = False
    base_form_class = EntryForm
    text_fields: ClassVar[list[str]] = [
        *BilingualPage.text_fields,
        "summary",
        "body",
        "easy_text",
        "cost_text",
        "registration",
        "keywords",
        "image_alt",
    ]
    parent_page_types = ["services.OrganisationPage"]
    subpage_types: ClassVar[list[str]] = []

    entry_kind = models.CharField(max_length=20, choices=Kind.choices, editable=False)
    summary = models.CharField(
        _("summary"),
        max_length=200,
        help_text=_("What you get and for whom, in plain words. At most 200 characters."),
    )
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    easy_text = models.TextField(
        _("easy language"), blank=True, help_text=_("The same in easy-to-read language.")
    )
    municipalities = CodeListField(_("municipalities"), codes=municipality_choices)
    whole_region = models.BooleanField(_("serves the whole region"), default=False)
    audiences = CodeListField(_("audiences"), codes=Audience.choices)
    life_stages = CodeListField(_("age of the child"), codes=LifeStage.choices)
    themes = CodeListField(_("themes"), codes=theme_choices)
    languages = CodeListField(_("languages of the service"), codes=ServiceLanguage.choices)
    interpreter = models.BooleanField(_("an interpreter can be had"), default=False)
    # Empty: not known, as with some services of the national catalogue.
    cost = models.CharField(
        _("cost"), max_length=20, choices=Cost.choices, default=Cost.FREE, blank=True
    )
    cost_text = models.CharField(_("cost in words"), max_length=200, blank=True)
    registration = models.CharField(
        _("registration"),
        max_length=200,
        blank=True,
        help_text=_("How to sign up, or that you just come."),
    )
    low_threshold = models.BooleanField(
        _("low threshold"), default=False, help_text=_("No referral and no appointment needed.")
    )
    uses_organisation_channels = models.BooleanField(
        _("shows the organisation's phone and web"), default=True
    )
    place_source = models.CharField(
        _("place"), max_length=20, choices=PlaceSource.choices, default=PlaceSource.ORGANISATION
    )
    held_at = models.ForeignKey(
        "services.MeetingPlacePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="hosted_entries",
        verbose_name=_("meeting place"),
    )
    image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For those who don't see it. Required with a picture."),
    )
    keywords = models.CharField(
        _("search words"),
        max_length=300,
        blank=True,
        help_text=_("Words that families use and the text doesn't, with commas between."),
    )
    last_confirmed_on = models.DateField(_("last confirmed"), null=True, blank=True)
    responsible_person = models.CharField(
        _("responsible person"), max_length=120, blank=True, help_text=_("Internal, never shown.")
    )
    source = models.CharField(
        _("source"), max_length=20, choices=Source.choices, default=Source.MANUAL
    )
    external_id = models.CharField(_("external id"), max_length=100, blank=True, db_index=True)

    objects = PageManager.from_queryset(EntryQuerySet)()

    content_panels = [*BilingualPage.content_panels, *ENTRY_PANELS]
    promote_panels = PROMOTE_PANELS
    api_fields = ENTRY_API_FIELDS

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")

    @property
    def organisation(self) -> OrganisationPage:
        """The organisation page this entry stands under, in the entry's own language."""
        return cast("OrganisationPage", OrganisationPage.objects.parent_of(self).get())

    def clean(self) -> None:
        """Check what belongs together: picture and description, place and where it is."""
        super().clean()
        errors: dict[str, Any] = {}
        if self.image_id and not self.image_alt:
            errors["image_alt"] = _("Say what the picture shows.")
        if self.place_source == PlaceSource.MEETING_PLACE and not self.held_at_id:
            errors["held_at"] = _("Choose the meeting place.")
        if self.place_source == PlaceSource.OWN and not self.has_address:
            errors["street"] = _("Write the address.")
        parent = self.get_parent()
        if self.live and parent is not None and not parent.live:
            errors[NON_FIELD_ERRORS] = _("Publish the organisation first.")
        if not self.whole_region and not self.municipalities:
            errors["municipalities"] = _("Choose the municipalities, or the whole region.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the kind in its column, and tell the others inside the same transaction."""
        from services.notify import page_changed

        if hasattr(type(self), "kind"):
            self.entry_kind = self.kind
        with transaction.atomic():
            super().save(*args, **kwargs)
            if not is_draft_note(kwargs.get("update_fields")):
                page_changed(self)

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the page shows beside its own fields."""
        from services.selectors.entry_page import entry_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(entry_context(self))
        return context
