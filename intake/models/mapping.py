"""The table that turns the catalogue's codes into ours; a coordinator edits it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services.codes import Audience, Kind, LifeStage
from services.fields import CodeListField, LocalizedTextField
from services.models.code import theme_choices


class CodeMapping(models.Model):
    """What a service class, target group or life event of the catalogue means here.

    A record gets the themes, ages and audiences of all its codes; a code without a row takes its
    nearest broader one's ("P6.3" that of "P6").
    """

    class Scheme(models.TextChoices):
        """The catalogue's code lists."""

        SERVICE_CLASS = "service_class", _("Service class")
        TARGET_GROUP = "target_group", _("Target group")
        LIFE_EVENT = "life_event", _("Life event")

    scheme = models.CharField(_("code list"), max_length=20, choices=Scheme.choices)
    code = models.CharField(_("code"), max_length=20)
    label = LocalizedTextField(_("label"))
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        blank=True,
        help_text=_("Empty: a service."),
    )
    themes = CodeListField(_("themes"), codes=theme_choices)
    life_stages = CodeListField(_("age of the child"), codes=LifeStage.choices)
    audiences = CodeListField(_("audiences"), codes=Audience.choices)

    panels = [
        FieldRowPanel([FieldPanel("scheme"), FieldPanel("code")]),
        FieldPanel("label"),
        FieldPanel("kind"),
        FieldPanel("themes"),
        FieldPanel("life_stages"),
        FieldPanel("audiences"),
    ]

    class Meta:
        verbose_name = _("code of the catalogue")
        verbose_name_plural = _("codes of the catalogue")
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code"], name="one_mapping_per_code")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}".strip()
