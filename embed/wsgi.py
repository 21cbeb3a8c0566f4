"""What gunicorn serves."""

from embed.app import create_app
from embed.settings import Settings

application = create_app(Settings.from_environment())
