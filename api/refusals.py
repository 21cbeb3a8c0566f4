"""What can't be read is the question's fault, and not the server's."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from wagtail.api.v2.utils import BadRequestError

UNREADABLE = (ValueError, ValidationError, FieldError, OverflowError, DataError)


@contextmanager
def refusing_unreadable() -> Iterator[None]:
    """Turn the errors of values that a field or the database can't read into a 400."""
    try:
        yield
    except UNREADABLE as error:
        raise BadRequestError(f"a parameter's value can't be read: {error}") from error
