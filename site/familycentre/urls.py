"""All addresses, by room."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from api.urls import urlpatterns as api_urls
from familycentre import health
from services.admin.urls import urlpatterns as guarded_admin_urls

urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("api/", include(api_urls)),
    # Before the admin's own: these views check the page's permissions, which localize's don't.
    path("admin/", include(guarded_admin_urls)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # One machine serves its own pictures; a proxy in front answers this address before us.
    # Documents are not among them: theirs is the address that asks for permission.
    path("media/images/<path:path>", serve, {"document_root": settings.MEDIA_ROOT / "images"}),
]

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    path("", include("services.urls")),
    path("", include("home.urls")),
    path("", include(wagtail_urls)),
)

handler404 = "familycentre.errors.not_found"
handler500 = "familycentre.errors.server_error"
