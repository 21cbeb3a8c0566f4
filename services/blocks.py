"""The body of a page: headings and plain text. Facts have fields of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside the page."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "services/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")


class NoteBlock(blocks.TextBlock):
    """Something to notice: a short text in a frame."""

    class Meta:
        icon = "info-circle"
        label = _("Note")
        template = "services/blocks/note.html"


class BodyBlock(blocks.StreamBlock):
    """What a page can say, in the order the editor wants."""

    heading = HeadingBlock(max_length=120)
    text = TextBlock(features=TEXT_FEATURES)
    note = NoteBlock()
