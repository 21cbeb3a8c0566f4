"""Wagtail's panels, showing as values what is kept elsewhere."""

from copy import copy
from typing import Any

from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import panels
from wagtail.blocks import StreamValue

from services.fields import LocalizedText


class _Keepable:
    """A field's panel that is read-only where the form says that the field is kept elsewhere."""

    field_name: str

    def get_bound_panel(self, *args: Any, form: Any = None, **kwargs: Any) -> Any:
        """Say beside the field where it is kept."""
        kept = getattr(form, "kept", {}).get(self.field_name)
        panel: Any = self
        if kept is not None:
            panel = copy(self)
            panel.read_only = kept.read_only
            own_help = "" if kept.read_only else capfirst(str(panel.db_field.help_text))
            panel.help_text = format_html("{} {}", own_help, kept)
        return super(_Keepable, panel).get_bound_panel(  # type: ignore[misc]
            *args, form=form, **kwargs
        )

    def format_value_for_display(self, value: Any) -> Any:
        """Show every language, paragraphs as they stand, yes, no and nothing as words."""
        if isinstance(value, LocalizedText):
            return " · ".join(f"{text} ({code})" for code, text in value.items())
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(value, StreamValue):
            return value.render_as_block()
        if value in (None, ""):
            return "–"
        return super().format_value_for_display(value)  # type: ignore[misc]


class FieldPanel(_Keepable, panels.FieldPanel):
    """A field."""


class TitleFieldPanel(_Keepable, panels.TitleFieldPanel):
    """The title."""


class ChannelsPanel(panels.InlinePanel):
    """Rows of channels: those kept elsewhere as a list, one's own as a form beside them."""

    def get_form_options(self) -> dict[str, Any]:
        """Use the form set that leaves kept rows alone."""
        from services.admin.kept_rows import RowsBesideKeptOnes

        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = RowsBesideKeptOnes
        return options

    class BoundPanel(panels.InlinePanel.BoundPanel):
        """Adds what is said about each row."""

        template_name = "services/panels/channels.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            kept = getattr(self.form, "kept", {})
            for child in getattr(self, "children", ()):
                child.help_text = kept.get(f"channel:{child.instance.external_id}", "")

        def kept_rows(self) -> list[tuple[Any, Any]]:
            """Return the rows that are not in the form, and what is said about each."""
            return [
                (row, self.form.kept[f"channel:{row.external_id}"])
                for row in self.formset.kept_rows
            ]
