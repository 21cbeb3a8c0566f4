"""Articles: worried about a child, I want to help, and the pages every site must have."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from home.models.text_page import IndexPage, TextPage
from services.fields import CodeListField
from services.models.code import theme_choices
from services.page_api import codes


class ArticleIndexPage(IndexPage):
    """All articles."""

    subpage_types = ["home.ArticlePage"]
    template = "home/index.html"

    class Meta:
        verbose_name = _("articles")


class ArticlePage(TextPage):
    """Something to read."""

    parent_page_types = ["home.ArticleIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/article.html"

    themes = CodeListField(_("themes"), codes=theme_choices)

    content_panels = [*TextPage.content_panels, FieldPanel("themes")]
    api_fields = [*TextPage.api_fields, *codes("themes")]

    class Meta:
        verbose_name = _("article")
