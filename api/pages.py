"""Wagtail's API v2: pages, images and documents, with the entries' own fields."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language_from_path
from wagtail.api.v2.filters import FieldsFilter
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.documents.api.v2.views import DocumentsAPIViewSet
from wagtail.images.api.v2.views import ImagesAPIViewSet
from wagtail.models import Page, Site

from api.filters import FieldsOrCodesFilter
from api.refusals import BoundedPagination, refusing_unreadable
from api.serializers import PublicPageSerializer
from services.models import Entry, OrganisationPage


class RefusingUnreadable:
    """Answers 400 where a parameter's value can't be read."""

    pagination_class = BoundedPagination

    def filter_queryset(self, queryset: Any) -> Any:
        """Refuse what a field can't read."""
        with refusing_unreadable():
            return super().filter_queryset(queryset)  # type: ignore[misc]

    def find_object(self, queryset: Any, request: HttpRequest) -> Any:
        """Refuse an id that is none."""
        with refusing_unreadable():
            return super().find_object(queryset, request)  # type: ignore[misc]

    def paginate_queryset(self, queryset: Any) -> list[Any]:
        """Refuse what the database can't read; it tells when it is asked, so ask now."""
        with refusing_unreadable():
            return list(super().paginate_queryset(queryset))  # type: ignore[misc]


class BilingualPagesAPIViewSet(RefusingUnreadable, PagesAPIViewSet):
    """Finds pages by their public path in either language, without a query per row."""

    base_serializer_class = PublicPageSerializer
    filter_backends = [
        FieldsOrCodesFilter if backend is FieldsFilter else backend
        for backend in PagesAPIViewSet.filter_backends
    ]
    body_fields = [*PagesAPIViewSet.body_fields, "translation_key"]

    def get_base_queryset(self) -> Any:
        """Refuse a site that there is none of."""
        try:
            return super().get_base_queryset()
        except Site.DoesNotExist as error:
            raise BadRequestError("site doesn't exist") from error

    def get_queryset(self) -> Any:
        """Fetch what every row shows together with the rows."""
        queryset = super().get_queryset().select_related("locale", "alias_of__locale")
        if issubclass(queryset.model, Entry):
            return queryset.select_related(
                "image", "place_municipality", "held_at"
            ).prefetch_related("channels", "schedule_rules", "partner_links__organisation")
        if issubclass(queryset.model, OrganisationPage):
            return queryset.select_related("image", "place_municipality").prefetch_related(
                "channels"
            )
        return queryset

    def find_object(self, queryset: Any, request: HttpRequest) -> Page | None:
        """Route `html_path` from the root of the language it names."""
        html_path = request.GET.get("html_path")
        language = get_language_from_path(html_path) if html_path else None
        if not html_path or language is None:
            return super().find_object(queryset, request)
        root = _root_in(request, language)
        components = [part for part in html_path.split("/") if part][1:]
        page, _args, _kwargs = root.route(request, components)
        return queryset.get(pk=page.pk) if queryset.filter(pk=page.pk).exists() else None


def _root_in(request: HttpRequest, language: str) -> Page:
    root = Site.find_for_request(request).root_page
    translated = root.get_translations(inclusive=True).filter(locale__language_code=language)
    return (translated.first() or root).specific


class PublicImagesAPIViewSet(RefusingUnreadable, ImagesAPIViewSet):
    """Images."""


class PublicDocumentsAPIViewSet(RefusingUnreadable, DocumentsAPIViewSet):
    """Documents."""


router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", BilingualPagesAPIViewSet)
router.register_endpoint("images", PublicImagesAPIViewSet)
router.register_endpoint("documents", PublicDocumentsAPIViewSet)
