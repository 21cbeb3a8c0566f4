"""What this room keeps: documents for engines, the coordinators' thesaurus, counts of searches."""

from search.models.concept import ThesaurusConcept
from search.models.document import SearchDocument, SearchDocumentQuerySet
from search.models.search_count import DismissedText, SearchCount, SearchCountQuerySet

__all__ = [
    "DismissedText",
    "SearchCount",
    "SearchCountQuerySet",
    "SearchDocument",
    "SearchDocumentQuerySet",
    "ThesaurusConcept",
]
