"""What stops an import, or one record of it."""


class NothingImportedError(Exception):
    """Says, in the reader's language, why nothing was read: no such file, no PTV, a bad archive.

    Nothing is changed then.
    """


class OutrunError(Exception):
    """Somebody has asked for the same import anew: what this one did is taken back."""


class LeftOutError(Exception):
    """Says, in the reader's language, why a record does not go in; nothing of it stays."""
