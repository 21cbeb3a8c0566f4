"""Why a parameter can't be read, in words for whoever wrote it."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from api.problems import Text

MISSING: Final = _("It is missing.")
UNREADABLE: Final = _("It can't be read.")
UNKNOWN: Final = _("There is no such parameter here.")
ONLY_ALONE: Final = _("It can't be combined with changed_since.")
NO_PLACE: Final = _("There is no such municipality or village.")
ONE_OF_TWO: Final = _("Give either page or cursor.")
CURSOR: Final = _("This cursor isn't one of this list. Begin again without it.")

# By the type of error that the validation library names, or one of ours.
REASONS: Final[dict[str, Text]] = {
    "missing": MISSING,
    "enum": _("Possible are: %(expected)s."),
    "literal_error": _("Possible are: %(expected)s."),
    "int_parsing": _("It isn't a whole number."),
    "float_parsing": _("It isn't a number."),
    "uuid_parsing": _("It isn't an id."),
    "greater_than_equal": _("It is at least %(ge)s."),
    "less_than_equal": _("It is at most %(le)s."),
    "string_pattern_mismatch": _("It isn't a code."),
    "string_too_short": _("It is empty."),
    "string_too_long": ngettext_lazy(
        "It has at most %(max_length)s character.",
        "It has at most %(max_length)s characters.",
        "max_length",
    ),
    "too_long": ngettext_lazy(
        "It may be given at most %(max_length)s time.",
        "It may be given at most %(max_length)s times.",
        "max_length",
    ),
    "moment": _("It isn't a moment with its zone, such as 2026-11-24T10:00:00Z."),
    "day_or_moment": _("It is neither a date nor a moment, such as 2026-11-24T10:00:00Z."),
}


def reasons_of(errors: Iterable[Mapping[str, Any]]) -> dict[str, Text]:
    """Return the reason of each parameter that validation refused."""
    return {_name(error["loc"]): _reason(error) for error in errors}


def _name(location: Iterable[str | int]) -> str:
    """A value of a list is named by its list."""
    return [part for part in location if isinstance(part, str)][-1]


def _reason(error: Mapping[str, Any]) -> Text:
    text = REASONS.get(error["type"], UNREADABLE)
    details = {name: _plain(value) for name, value in error.get("ctx", {}).items()}
    return _filled(text, details)


def _fill(text: Text, details: Mapping[str, Any]) -> str:
    return str(text % details)


# Done when a problem is written: the caller's language is known then, and not before.
_filled = lazy(_fill, str)


def _plain(value: Any) -> Any:
    """Write "'a', 'b' or 'c'" as "a, b, c", which no language needs a word for."""
    return value.replace("'", "").replace(" or ", ", ") if isinstance(value, str) else value
