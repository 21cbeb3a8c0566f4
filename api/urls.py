"""Addresses of the headless side."""

from django.urls import URLPattern, URLResolver, path, re_path
from django.urls.converters import UUIDConverter
from django.views.generic import RedirectView

from api.directory import docs
from api.directory.api import api
from api.pages import router
from api.previews.answer import preview

# The directory's addresses end without a slash; whoever writes one is not lost.
SLASHED = (
    r"^directory/(?P<rest>meetings|places|codes|suggest|"
    rf"(entries|organisations)(/{UUIDConverter.regex})?)/$"
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("v2/", router.urls),
    path("directory/preview/<str:token>", preview, name="preview"),
    path("directory/", docs.page, name="directory_docs"),
    path("directory/openapi.json", docs.description),
    path("directory/", api.urls),
    re_path(SLASHED, RedirectView.as_view(url="/api/directory/%(rest)s", query_string=True)),
]
