"""Where something is: one set of columns for organisations and entries."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from services.admin.panels import FieldPanel
from services.fields import LocalizedTextField, OpeningHoursField
from services.models.code import Municipality


class PlaceFields(models.Model):
    """An address in both languages, a point on the map (WGS 84 degrees) and opening hours."""

    place_name = LocalizedTextField(
        _("name of the place"), help_text=_("For example the parish centre, second floor.")
    )
    street = LocalizedTextField(_("street address"))
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    place_municipality = models.ForeignKey(
        Municipality,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("municipality of the address"),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    access = LocalizedTextField(
        _("getting in"), help_text=_("Ramp, lift, which door, where to leave the pram.")
    )
    opening_hours = OpeningHoursField()

    place_panel = MultiFieldPanel(
        [
            FieldPanel("place_name"),
            FieldPanel("street"),
            FieldRowPanel([FieldPanel("postcode"), FieldPanel("place_municipality")]),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            FieldPanel("access"),
            FieldPanel("opening_hours"),
        ],
        heading=_("Place and opening hours"),
    )

    class Meta:
        abstract = True

    @property
    def has_address(self) -> bool:
        """Whether there is anything to show as a place."""
        return bool(self.street or self.place_name)

    def clean(self) -> None:
        """Ask for both coordinates or none."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both latitude and longitude, or neither.")})
