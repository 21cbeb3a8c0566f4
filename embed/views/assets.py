"""Style sheets and scripts at addresses of their own, and a sign of life."""

from flask import Blueprint, Response, current_app, request
from flask.typing import ResponseReturnValue

from embed.look import Look

blueprint = Blueprint("assets", __name__)


@blueprint.get("/theme.css")
def theme() -> ResponseReturnValue:
    """The colours and the font that the address asks for, as far as they can be read."""
    variables = Look.from_args(request.args).variables
    css = "".join(f"--{name}:{value};" for name, value in variables.items())
    headers = {
        "Cache-Control": f"public, max-age={current_app.config['SEND_FILE_MAX_AGE_DEFAULT']}"
    }
    return Response(f":root{{{css}}}", mimetype="text/css", headers=headers)


@blueprint.get("/embed.js")
def embed_script() -> ResponseReturnValue:
    """The host page's script: frames become as high as their content."""
    return current_app.send_static_file("embed.js")


@blueprint.get("/health")
def health() -> ResponseReturnValue:
    """Answers as long as the process does; the directory may be away meanwhile."""
    return Response("ok", mimetype="text/plain")
