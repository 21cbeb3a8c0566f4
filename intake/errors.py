"""What stops an import as a whole; nothing is changed then."""


class NothingImportedError(Exception):
    """Says, in the reader's language, why nothing was read: no such file, no PTV, a bad archive."""
