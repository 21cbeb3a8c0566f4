"""Contact persons of an organisation, by field of responsibility."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from services import phones
from services.fields import CodeListField, LocalizedTextField
from services.models.code import municipality_choices


class ContactPerson(Orderable):
    """Somebody to turn to; a person's name is shown only because their work is to be found."""

    organisation = ParentalKey(
        "services.OrganisationPage", on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(_("name"), max_length=120)
    role = LocalizedTextField(_("field of responsibility"))
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    municipalities = CodeListField(_("municipalities"), codes=municipality_choices)
    professionals_only = models.BooleanField(
        _("for professionals only"),
        default=False,
        help_text=_("Shown on the professionals' door, not to families."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("municipalities"),
        FieldPanel("professionals_only"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contact person")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Check that the number can be called."""
        super().clean()
        if self.phone and not (
            phones.is_written_as_number(self.phone) and phones.is_callable(self.phone)
        ):
            raise ValidationError({"phone": _("Write a phone number, for example 06 555 0101.")})
