"""How gunicorn serves the embedded head: as the site, on a port of its own."""

import os
import runpy
from pathlib import Path

globals().update(runpy.run_path(str(Path(__file__).with_name("gunicorn.conf.py"))))

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('EMBED_PORT', '8001')}"

# It has no search of its own that would have to be loaded.
del globals()["post_worker_init"]
