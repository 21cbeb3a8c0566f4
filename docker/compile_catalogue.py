"""Compile translation catalogues (.po to .mo) without GNU gettext."""

import sys
from pathlib import Path

import polib

for name in sys.argv[1:]:
    polib.pofile(name).save_as_mofile(str(Path(name).with_suffix(".mo")))
