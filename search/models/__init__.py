"""What this room keeps: documents for the engines, and the coordinators' thesaurus."""

from search.models.concept import ThesaurusConcept
from search.models.document import SearchDocument, SearchDocumentQuerySet

__all__ = ["SearchDocument", "SearchDocumentQuerySet", "ThesaurusConcept"]
