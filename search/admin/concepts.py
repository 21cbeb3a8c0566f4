"""The thesaurus in the admin."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from search.admin.concept_form import ConceptForm
from search.admin.exchange import ExportView, ImportView
from search.models import ThesaurusConcept
from search.thesaurus.exchange import FORMATS

FIELDS = (
    "code", "terms", "everyday", "broader", "related", "themes", "life_stages", "urgent", "note"
)  # fmt: skip


class ConceptIndexView(IndexView):
    """The list, with the whole thesaurus as a file."""

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Offer export to whoever may change concepts, import to whoever may add them too."""
        policy, user = self.permission_policy, self.request.user
        if not policy.user_has_permission(user, "change"):
            return list(super().header_more_buttons)
        buttons = [
            Button(
                _("Export as %s") % known.name,
                reverse("export_thesaurus", args=[ending]),
                icon_name="download",
            )
            for ending, known in FORMATS.items()
        ]
        if policy.user_has_permission(user, "add"):
            buttons.append(Button(_("Import"), reverse("import_thesaurus"), icon_name="upload"))
        return [*super().header_more_buttons, *buttons]


class ConceptCreateView(CreateView):
    """The form of a new concept; an address may bring a wording along."""

    def get_initial_form_instance(self) -> ThesaurusConcept | None:
        """Write the wording that somebody searched for into the form."""
        language, text = (self.request.GET.get(name, "") for name in ("language", "everyday"))
        return ThesaurusConcept(everyday={language: [text]}) if text else None


class ConceptViewSet(SnippetViewSet):
    """Concepts."""

    model = ThesaurusConcept
    icon = "list-ul"
    menu_label = gettext_lazy("Thesaurus")
    menu_name = "thesaurus"
    menu_order = 310
    add_to_admin_menu = True
    index_view_class = ConceptIndexView
    add_view_class = ConceptCreateView
    list_display = ("__str__", "code", "urgent", "changed_at")
    list_filter = ("urgent",)
    search_fields = ("code", "terms", "everyday")
    ordering = ("code",)
    edit_handler = ObjectList([FieldPanel(name) for name in FIELDS], base_form_class=ConceptForm)


def urls() -> list[URLPattern]:
    """Return the addresses beside those of the list and the form."""
    views: dict[str, Any] = {
        "thesaurus/export/<str:ending>/": (ExportView, "export_thesaurus"),
        "thesaurus/import/": (ImportView, "import_thesaurus"),
    }
    return [path(route, view.as_view(), name=name) for route, (view, name) in views.items()]
