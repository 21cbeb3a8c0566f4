"""The thesaurus as files, out and in."""

from search.thesaurus.exchange.formats import FORMATS
from search.thesaurus.exchange.plan import Plan, plan_import
from search.thesaurus.exchange.shapes import Fault

__all__ = ["FORMATS", "Fault", "Plan", "plan_import"]
