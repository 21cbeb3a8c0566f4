"""How entries are found: search documents, analysis, engines, the Find help page."""
