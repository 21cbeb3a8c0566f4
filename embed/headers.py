"""Headers of every answer: who may frame it, and that it brings nothing from elsewhere."""

from urllib.parse import urlsplit

from flask import Response, current_app, request

from embed.settings import Settings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self' {sites}"
)


def add_headers(response: Response) -> Response:
    """Add them, and let a browser ask whether what it has still holds."""
    settings: Settings = current_app.extensions["settings"]
    site = urlsplit(settings.directory_public_url)
    # The family centre's editors see drafts in a frame.
    sites = " ".join((f"{site.scheme}://{site.netloc}", *settings.sites))
    response.headers["Content-Security-Policy"] = POLICY.format(sites=sites)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    # The pages to be found are the family centre's own.
    response.headers["X-Robots-Tag"] = "noindex"
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-cache"
    if response.status_code == 200 and not response.is_streamed:  # noqa: PLR2004
        response.add_etag()
        response.make_conditional(request)
    return response
