"""The codes that a coordinator edits, gathered under one menu item."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from services.models.code import Area, Municipality, Theme, Village


class MunicipalityViewSet(SnippetViewSet):
    """Municipalities."""

    model = Municipality
    icon = "home"
    list_display = ("code", "__str__", "area")


class VillageViewSet(SnippetViewSet):
    """Villages."""

    model = Village
    icon = "thumbtack"
    list_display = ("code", "__str__", "municipality")


class AreaViewSet(SnippetViewSet):
    """Family-centre areas."""

    model = Area
    icon = "site"


class ThemeViewSet(SnippetViewSet):
    """Themes."""

    model = Theme
    icon = "tag"
    list_display = ("code", "__str__", "position")


class DirectoryCodesGroup(SnippetViewSetGroup):
    """All code lists of the directory."""

    menu_label = _("Codes")
    menu_icon = "list-ul"
    menu_order = 300
    items = (MunicipalityViewSet, VillageViewSet, AreaViewSet, ThemeViewSet)
