"""`build_lexicon`: the Finnish–Swedish lexicon, made from the installed dictionaries."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search.analysis.reading import read
from search.dictionaries import FILES, installed, word_pairs


class Command(BaseCommand):
    """Writes the lexicon's file. Exits with 1 where the dictionaries are missing."""

    help = "Makes the Finnish–Swedish lexicon of the search from the installed dictionaries."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the pairs of terms, each once."""
        if not installed():
            names = ", ".join(str(file) for file in FILES)
            self.stderr.write(_("These dictionaries are not installed: %s") % names)
            sys.exit(1)
        pairs = {
            (own, other)
            for finnish, swedish in word_pairs()
            for own in read(finnish, "fi").wholes
            for other in read(swedish, "sv").wholes
        }
        file = Path(settings.SEARCH_LEXICON_FILE)
        file.parent.mkdir(parents=True, exist_ok=True)
        ready = file.with_suffix(".new")
        ready.write_text("".join(f"{own}\t{other}\n" for own, other in sorted(pairs)), "utf-8")
        ready.replace(file)  # whoever reads meanwhile has the old one
        self.stdout.write(
            _("%(count)d pairs of words in %(file)s") % {"count": len(pairs), "file": file}
        )
