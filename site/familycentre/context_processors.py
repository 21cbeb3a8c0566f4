"""What every template of the site may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from home.navigation import site_frame


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the frame of the page, once per response: texts, navigation, languages."""
    if request.path.startswith(("/admin/", "/api/")):
        return {}
    return {"frame": site_frame(request), "site_languages": settings.LANGUAGES}
