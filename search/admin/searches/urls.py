"""Addresses and the menu of the lists of searches."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from search.admin.searches.actions import (
    AddWordingView,
    DismissView,
    RemoveWordingView,
    RestoreView,
)
from search.admin.searches.lists import UnansweredList, UnopenedList


class SearchesMenuItem(MenuItem):
    """Shown to those who keep the thesaurus."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the thesaurus's permission."""
        return bool(request.user.has_perm("familysearch.change_thesaurusconcept"))


def menu_item() -> SubmenuMenuItem:
    """Return the menu beside the thesaurus."""
    found_nothing = SearchesMenuItem(
        _("Found nothing"), reverse_lazy("unanswered_searches"), icon_name="search", order=1
    )
    not_opened = SearchesMenuItem(
        _("No result opened"), reverse_lazy("unopened_searches"), icon_name="view", order=2
    )
    menu = Menu(items=[found_nothing, not_opened])
    return SubmenuMenuItem(_("Searches"), menu, name="searches", icon_name="search", order=311)


def urls() -> list[URLPattern]:
    """Return the addresses of lists and actions."""
    views: dict[str, tuple[Any, dict[str, Any], str]] = {
        "unanswered/": (UnansweredList, {}, "unanswered_searches"),
        "unanswered/results/": (
            UnansweredList,
            {"results_only": True},
            "unanswered_searches_results",
        ),
        "unopened/": (UnopenedList, {}, "unopened_searches"),
        "unopened/results/": (UnopenedList, {"results_only": True}, "unopened_searches_results"),
        "add/": (AddWordingView, {}, "add_wording"),
        "add/undo/": (RemoveWordingView, {}, "remove_wording"),
        "dismiss/": (DismissView, {}, "dismiss_search"),
        "dismiss/undo/": (RestoreView, {}, "restore_search"),
    }
    return [
        path(f"searches/{route}", view.as_view(**options), name=name)
        for route, (view, options, name) in views.items()
    ]
