"""How help is reached: one model of a channel, for organisations and for entries."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from services import phones
from services.codes import ChannelKind, ServiceLanguage
from services.fields import CodeListField, LocalizedTextField, OpeningHoursField
from services.page_api import codes, plain


class Channel(Orderable):
    """A phone number, an address on the web, a door: with its hours and languages."""

    kind = models.CharField(_("kind"), max_length=20, choices=ChannelKind.choices)
    value = models.CharField(
        _("number or address"),
        max_length=300,
        blank=True,
        help_text=_("Phone number, e-mail address or web address. Empty when you just come in."),
    )
    label = LocalizedTextField(_("label"), help_text=_("Who answers, if it isn't obvious."))
    note = LocalizedTextField(_("note"), help_text=_("For example: leave a message, we call back."))
    languages = CodeListField(_("languages"), codes=ServiceLanguage.choices)
    opening_hours = OpeningHoursField(verbose_name=_("hours"))
    external_id = models.CharField(_("external id"), max_length=100, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("value")]),
        FieldPanel("label"),
        FieldPanel("note"),
        FieldPanel("languages"),
        FieldPanel("opening_hours"),
    ]

    api_fields = [
        *plain("kind", "value", "label", "note", "opening_hours"),
        *codes("languages"),
    ]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value}".strip()

    def clean(self) -> None:
        """Check the value by its kind: a number to call, an address to open."""
        super().clean()
        if self.kind == ChannelKind.PHONE and not phones.is_callable(self.value):
            raise ValidationError({"value": _("Write a phone number, for example 06 555 0101.")})
        if self.kind == ChannelKind.EMAIL:
            self._check_value(validate_email)
        if self.kind in {ChannelKind.CHAT, ChannelKind.ONLINE, ChannelKind.FORM}:
            self._check_value(URLValidator(schemes=["https", "http"]))

    def _check_value(self, validator: object) -> None:
        try:
            validator(self.value)  # type: ignore[operator]
        except ValidationError as error:
            raise ValidationError({"value": error.messages}) from error

    @property
    def is_phone(self) -> bool:
        """Whether the value is a number to call."""
        return phones.is_written_as_number(self.value) and phones.is_callable(self.value)

    @property
    def href(self) -> str:
        """The address to open: `tel:`, `mailto:` or the web; "" where there is nothing to open."""
        if not self.value:
            return ""
        if "@" in self.value and "/" not in self.value:
            return f"mailto:{self.value}"
        if self.is_phone:
            return phones.link(self.value)
        return self.value if self.value.startswith(("https://", "http://")) else ""

    @property
    def display_value(self) -> str:
        """The value as people write it."""
        return phones.display(self.value) if self.is_phone else self.value


class OrganisationChannel(Channel):
    """A channel that stands once, on the organisation, and shows on its entries."""

    organisation = ParentalKey(
        "services.OrganisationPage", on_delete=models.CASCADE, related_name="channels"
    )


class EntryChannel(Channel):
    """A channel of one entry's own."""

    entry = ParentalKey("services.Entry", on_delete=models.CASCADE, related_name="channels")
