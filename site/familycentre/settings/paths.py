"""Where the project and what it writes live on the disk."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]
# Everything a running site writes; a container mounts it.
VAR = Path(os.environ.get("FAMILYCENTRE_VAR", PROJECT / "var"))
VAR.mkdir(parents=True, exist_ok=True)
