"""How well the search finds: judged queries over a corpus of their own."""
