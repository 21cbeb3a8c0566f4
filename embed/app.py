"""Puts the app together. It has no session, sets no cookie and knows nobody."""

from flask import Flask
from jinja2 import StrictUndefined

from embed import templating
from embed.directory import Directory
from embed.headers import add_headers
from embed.kept import Store
from embed.settings import Settings
from embed.troubles import register_troubles
from embed.views import assets, compose, demo, lists, preview

AN_HOUR = 3_600  # seconds


def create_app(settings: Settings) -> Flask:
    """Return the app; OSError where its folder can't be made."""
    app = Flask(__name__)
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = AN_HOUR
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["settings"] = settings
    app.extensions["directory"] = Directory(
        url=settings.directory_url,
        public_url=settings.directory_public_url,
        store=Store(settings.cache_folder),
    )
    templating.register(app)
    for blueprint in (
        assets.blueprint,
        lists.blueprint,
        compose.blueprint,
        demo.blueprint,
        preview.blueprint,
    ):
        app.register_blueprint(blueprint)
    register_troubles(app)
    app.after_request(add_headers)
    return app
