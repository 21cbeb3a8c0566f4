"""Search documents: what engines need of an entry, in all its languages."""

from search.documents.build import build_documents
from search.documents.document import Document, Texts

__all__ = ["Document", "Texts", "build_documents"]
