"""The codes a coordinator edits: plain snippets with a label per language, no translated pages."""

from typing import Any, Final

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from services.fields import LocalizedTextField

ICONS = [
    "moon",
    "heart",
    "people",
    "euro",
    "school",
    "chat",
    "baby",
    "globe",
    "shield",
    "book",
    "hands",
    "home",
    "star",
    "leaf",
    "puzzle",
    "rainbow",
    "pram",
    "compass",
]

LATITUDE: Final[dict[str, Any]] = {
    "verbose_name": _("latitude"),
    "help_text": _("WGS 84"),
    "validators": [MinValueValidator(-90), MaxValueValidator(90)],
}
LONGITUDE: Final[dict[str, Any]] = {
    "verbose_name": _("longitude"),
    "help_text": _("WGS 84"),
    "validators": [MinValueValidator(-180), MaxValueValidator(180)],
}


class Code(models.Model):
    """A code and its labels. The code is what pages store; it never changes."""

    code = models.SlugField(_("code"), primary_key=True, max_length=40)
    label = LocalizedTextField(_("label"), blank=False)

    panels = [FieldPanel("code"), FieldPanel("label")]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label.text() or self.code


class Area(Code):
    """A family-centre area: it groups municipalities."""

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["code"]


class Municipality(Code):
    """A municipality by its Statistics Finland code ("598")."""

    area = models.ForeignKey(
        Area,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="municipalities",
        verbose_name=_("area"),
    )
    latitude = models.FloatField(**LATITUDE, null=True, blank=True)
    longitude = models.FloatField(**LONGITUDE, null=True, blank=True)

    panels = [
        *Code.panels,
        FieldPanel("area"),
        FieldPanel("latitude"),
        FieldPanel("longitude"),
    ]

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["code"]


class Village(Code):
    """A village or a part of a town: where people say they live. Its point is its centre."""

    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.CASCADE,
        related_name="villages",
        verbose_name=_("municipality"),
    )
    latitude = models.FloatField(**LATITUDE)
    longitude = models.FloatField(**LONGITUDE)

    panels = [
        *Code.panels,
        FieldPanel("municipality"),
        FieldPanel("latitude"),
        FieldPanel("longitude"),
    ]

    class Meta:
        verbose_name = _("village")
        verbose_name_plural = _("villages")
        ordering = ["code"]


class Theme(Code):
    """What help is about, in a family's words."""

    description = LocalizedTextField(_("description"))
    icon = models.CharField(
        _("icon"), max_length=20, choices=[(name, name) for name in ICONS], default="heart"
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    panels = [
        *Code.panels,
        FieldPanel("description"),
        FieldPanel("icon"),
        FieldPanel("position"),
    ]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "code"]


def municipality_choices() -> list[tuple[str, str]]:
    """Return the municipalities as form choices."""
    return [(row.code, str(row)) for row in Municipality.objects.all()]


def theme_choices() -> list[tuple[str, str]]:
    """Return the themes as form choices."""
    return [(row.code, str(row)) for row in Theme.objects.all()]
