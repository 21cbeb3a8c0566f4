"""Pages for what can't be shown, in the visitor's words and with a way on."""

import logging

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from embed.directory import RefusedError, UnreachableError

log = logging.getLogger(__name__)


def register_troubles(app: Flask) -> None:
    """Let every failure answer with a page."""
    app.register_error_handler(UnreachableError, lambda _error: _page("away", 503))
    app.register_error_handler(RefusedError, _refused)
    app.register_error_handler(HTTPException, _http)


def _refused(error: RefusedError) -> ResponseReturnValue:
    return _page("expired", 410) if error.status == 410 else _page("missing", 404)  # noqa: PLR2004


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, NotFound):
        return _page("missing", 404)
    if isinstance(error, InternalServerError):
        return _page("trouble", 500)
    return error  # a redirect, or a method that is not allowed


def _page(trouble: str, status: int) -> ResponseReturnValue:
    layout = "fragment" if (request.view_args or {}).get("layout") == "fragment" else "frame"
    html = render_template("trouble.html", layout=layout, trouble=trouble)
    return html, status, {"Cache-Control": "no-store"}
