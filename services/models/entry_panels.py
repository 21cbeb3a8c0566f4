"""How an entry is laid out in the editor, and what of it Wagtail's page API shows."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from services.admin.panels import ChannelsPanel, FieldPanel
from services.models.place import PlaceFields
from services.page_api import coded, codes, computed, plain

ENTRY_PANELS = [
    FieldPanel("summary", widget=AdminAutoHeightTextInput()),
    FieldPanel("body"),
    FieldPanel("easy_text"),
    MultiFieldPanel(
        [
            FieldPanel("uses_organisation_channels"),
            ChannelsPanel("channels", label=_("Channel")),
        ],
        heading=_("Phone, chat, web"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("place_source"),
            FieldPanel("held_at"),
            *PlaceFields.place_panel.children,
        ],
        heading=_("Place and opening hours"),
    ),
    MultiFieldPanel(
        [InlinePanel("schedule_rules", label=_("Meeting time")), FieldPanel("registration")],
        heading=_("When it meets"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("municipalities"),
            FieldPanel("whole_region"),
            FieldPanel("audiences"),
            FieldPanel("life_stages"),
            FieldPanel("themes"),
            FieldPanel("languages"),
            FieldPanel("interpreter"),
        ],
        heading=_("For whom"),
    ),
    MultiFieldPanel(
        [FieldPanel("cost"), FieldPanel("cost_text"), FieldPanel("low_threshold")],
        heading=_("Cost and threshold"),
    ),
    FieldRowPanel([FieldPanel("image"), FieldPanel("image_alt")]),
    InlinePanel("partner_links", heading=_("Partners"), label=_("Partner")),
    MultiFieldPanel(
        [
            FieldPanel("keywords"),
            FieldPanel("last_confirmed_on"),
            FieldPanel("responsible_person"),
            FieldPanel("source", read_only=True),
        ],
        heading=_("Upkeep"),
    ),
]

PROMOTE_PANELS = [
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("Address and search engines"),
    )
]

ENTRY_API_FIELDS = [
    *plain("entry_kind"),
    *computed("content_language"),
    *plain("summary", "body", "easy_text"),
    *codes("municipalities", "audiences", "life_stages", "themes", "languages"),
    *plain("whole_region", "interpreter", "cost", "cost_text", "registration", "low_threshold"),
    *plain("uses_organisation_channels", "channels", "schedule_rules", "partner_links"),
    *plain("place_source", "held_at", "place_name", "street", "postcode"),
    *coded("place_municipality"),
    *plain("latitude", "longitude", "access", "opening_hours"),
    *plain("image", "image_alt", "keywords", "last_confirmed_on", "source"),
]
