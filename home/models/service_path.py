"""Service paths: steps of help, from low threshold to special care."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.models.text_page import IndexPage, TextPage
from services.page_api import plain

LEVELS = [
    ("everyday", _("In everyday life")),
    ("early", _("Early support")),
    ("targeted", _("Targeted support")),
    ("special", _("Special care")),
]


class StepBlock(blocks.StructBlock):
    """One step: what happens, and whom a professional may consult."""

    level = blocks.ChoiceBlock(choices=LEVELS, label=_("Level"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("Text"))
    consultation = blocks.TextBlock(label=_("Consultation for professionals"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Step")
        template = "home/blocks/step.html"


class ServicePathIndexPage(IndexPage):
    """All service paths."""

    subpage_types = ["home.ServicePathPage"]
    template = "home/index.html"

    class Meta:
        verbose_name = _("service paths")


class ServicePathPage(TextPage):
    """The ordered steps of help for one need."""

    text_fields: ClassVar[list[str]] = [*TextPage.text_fields, "steps"]
    parent_page_types = ["home.ServicePathIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/service_path.html"

    steps = StreamField([("step", StepBlock())], blank=True, verbose_name=_("steps"))

    content_panels = [*TextPage.content_panels, FieldPanel("steps")]
    api_fields = [*TextPage.api_fields, *plain("steps")]

    class Meta:
        verbose_name = _("service path")
