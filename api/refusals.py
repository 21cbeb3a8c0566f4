"""What can't be read is the question's fault, and not the server's."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.core.exceptions import FieldError, ValidationError
from django.db import DataError
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.utils import BadRequestError

UNREADABLE = (ValueError, ValidationError, FieldError, OverflowError, DataError)
# More rows than there will be, and a number that every database can read.
FURTHEST: Final = 1_000_000_000


@contextmanager
def refusing_unreadable() -> Iterator[None]:
    """Turn the errors of values that a field or the database can't read into a 400."""
    try:
        yield
    except UNREADABLE as error:
        raise BadRequestError(f"a parameter's value can't be read: {error}") from error


class BoundedPagination(WagtailPagination):
    """Wagtail's own, with an end."""

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> Any:
        """Refuse an offset that no database can read."""
        with refusing_unreadable():
            offset = int(request.GET.get("offset", 0))
        if offset > FURTHEST:
            raise BadRequestError(f"offset cannot be higher than {FURTHEST}")
        return super().paginate_queryset(queryset, request, view)
