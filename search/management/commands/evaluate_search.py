"""`evaluate_search`: how well the search finds, by judged queries over a corpus of their own."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from search.dictionaries import installed
from search.evaluation.answering import ENGINES, answer
from search.evaluation.corpus import read_corpus
from search.evaluation.report import read_queries, report


class Command(BaseCommand):
    """Builds a throw-away index of the corpus; this site's own data is not touched."""

    help = "Prints nDCG@10, recall@10, MRR and success@3 of judged queries, by category."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the files, the engine, and where to write the run."""
        parser.add_argument("--corpus", type=Path, required=True, help="JSON Lines of entries")
        parser.add_argument("--queries", type=Path, required=True, help="JSON Lines of queries")
        parser.add_argument("--taxonomy", type=Path, help="JSON: the labels of the corpus's codes")
        parser.add_argument("--engine", choices=ENGINES, default="embedded")
        parser.add_argument("--run", type=Path, help="write query id, rank, entry id here")

    def handle(self, *args: Any, **options: Any) -> None:
        """Answer every query as the site would; exits with 1 where a file can't be read."""
        try:
            corpus = read_corpus(options["corpus"], options["taxonomy"])
            queries = read_queries(options["queries"])
        except (OSError, ValueError) as error:
            self.stderr.write(_("This can't be read: %s") % error)
            sys.exit(1)
        if installed() and not Path(settings.SEARCH_LEXICON_FILE).exists():
            call_command("build_lexicon", stdout=self.stderr)
        with ENGINES[options["engine"]](corpus) as engine:
            run = {
                query.name: answer(engine, corpus, query)
                for query in tqdm(queries, unit="query", disable=None)
            }
        for line in report(queries, run).lines():
            self.stdout.write(line)
        if options["run"]:
            with options["run"].open("w", encoding="utf-8") as file:
                for name, found in run.items():
                    for rank, entry in enumerate(found, start=1):
                        file.write(f"{name}\t{rank}\t{entry}\n")
