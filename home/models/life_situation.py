"""Life situations: what families go through, in their own words."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.models.text_page import IndexPage, TextPage
from services.codes import Audience
from services.fields import CodeListField
from services.models.code import ICONS, theme_choices
from services.page_api import codes, plain


class Tone(models.TextChoices):
    """The soft surfaces of the design."""

    MINT = "mint", _("Mint")
    PEACH = "peach", _("Peach")
    SKY = "sky", _("Sky")
    SAND = "sand", _("Sand")
    PLUM = "plum", _("Plum")


class LifeSituationIndexPage(IndexPage):
    """All life situations."""

    subpage_types = ["home.LifeSituationPage"]
    template = "home/life_situation_index.html"

    class Meta:
        verbose_name = _("life situations")


class LifeSituationPage(TextPage):
    """One situation: first steps, who to talk to, the help there is."""

    text_fields: ClassVar[list[str]] = [*TextPage.text_fields, "first_steps"]
    parent_page_types = ["home.LifeSituationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/life_situation.html"

    first_steps = models.TextField(
        _("first steps"), blank=True, help_text=_("One step a line, at most three.")
    )
    themes = CodeListField(_("themes"), codes=theme_choices)
    audiences = CodeListField(_("audiences"), codes=Audience.choices)
    icon = models.CharField(
        _("icon"), max_length=20, choices=[(name, name) for name in ICONS], default="heart"
    )
    tone = models.CharField(_("tone"), max_length=10, choices=Tone.choices, default=Tone.MINT)
    quick_exit = models.BooleanField(
        _("quick exit"),
        default=False,
        help_text=_("Shows a button that leaves the page at once. For pages about violence."),
    )

    content_panels = [
        *TextPage.content_panels,
        FieldPanel("first_steps"),
        FieldPanel("themes"),
        FieldPanel("audiences"),
        FieldRowPanel([FieldPanel("icon"), FieldPanel("tone")]),
        FieldPanel("quick_exit"),
    ]
    api_fields = [
        *TextPage.api_fields,
        *plain("first_steps"),
        *codes("themes"),
        *codes("audiences"),
        *plain("icon"),
        *plain("quick_exit"),
    ]

    class Meta:
        verbose_name = _("life situation")

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the entries of the situation's themes."""
        from home.selectors import life_situation_context

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context.update(life_situation_context(self))
        return context
