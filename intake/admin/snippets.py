"""The menu of imports, and the table that turns the catalogue's codes into ours."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from intake.admin.access import may_import
from intake.models import CodeMapping


class CodesColumn(Column):
    """A list of codes in the reader's words."""

    def get_value(self, instance: CodeMapping) -> str:
        """Look the codes up in the field's own list."""
        codes = CodeMapping._meta.get_field(self.name).codes  # type: ignore[union-attr]
        labels = dict(codes() if callable(codes) else codes)
        return ", ".join(str(labels.get(code, code)) for code in getattr(instance, self.name))


class CodeMappingViewSet(SnippetViewSet):
    """What a code of the catalogue means here."""

    model = CodeMapping
    icon = "list-ul"
    list_display = (
        "code",
        "label",
        "scheme",
        CodesColumn("themes", label=capfirst(_("themes"))),
        CodesColumn("life_stages", label=capfirst(_("age of the child"))),
        CodesColumn("audiences", label=capfirst(_("audiences"))),
    )
    list_filter = ("scheme",)
    search_fields = ("code", "label")


class ImportMenuItem(MenuItem):
    """Shown to whoever may import something."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the right to import."""
        return may_import(request.user)


class ImportsGroup(SnippetViewSetGroup):
    """Everything about imports."""

    menu_label = _("Imports")
    menu_icon = "download"
    menu_order = 310
    items = (CodeMappingViewSet,)

    def get_submenu_items(self) -> list[Any]:
        """Put the imports before the codes."""
        views = (
            ("imports", _("Imports"), "download"),
            ("import_duplicates", _("Possible duplicates"), "copy"),
            ("import_differences", _("Differences from PTV"), "edit"),
            ("import_vanished", _("Gone from PTV"), "bin"),
        )
        own = [
            ImportMenuItem(label, reverse(name), name=name, icon_name=icon, order=order)
            for order, (name, label, icon) in enumerate(views)
        ]
        return [*own, *super().get_submenu_items()]
