"""Phone numbers as people write them, and as telephones want them."""

import re

import phonenumbers
from django.conf import settings

NUMBER = re.compile(r"[+\d\s()/-]+")


def parse(number: str) -> phonenumbers.PhoneNumber | None:
    """Return the library's reading of a number; None where it can't be one."""
    try:
        return phonenumbers.parse(number, settings.COUNTRY)
    except phonenumbers.NumberParseException:
        return None


def is_written_as_number(text: str) -> bool:
    """Tell whether a text has nothing but what numbers are written with."""
    return bool(NUMBER.fullmatch(text))


def is_callable(number: str) -> bool:
    """Tell whether a number can be called: a full number, or a short one such as 112 or 116 117."""
    parsed = parse(number)
    if parsed is None:
        return False
    return phonenumbers.is_possible_number(parsed) or len(_digits(number)) in {3, 5, 6}


def found_in(text: str) -> list[str]:
    """Return the numbers that can be called in a text, each with its country code.

    Short numbers have none.
    """
    if is_written_as_number(text) and len(_digits(text)) <= 6:  # noqa: PLR2004
        return [text.strip()] if is_callable(text) else []
    matches = phonenumbers.PhoneNumberMatcher(
        text, settings.COUNTRY, leniency=phonenumbers.Leniency.POSSIBLE
    )
    return [
        phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        for match in matches
    ]


def display(number: str) -> str:
    """Return the number as it is written in its own country: "06 555 0101", "116 111".

    The editor's own grouping stays, since people know numbers by it: 080 005 005.
    """
    digits = _digits(number)
    if len(digits) == 6:  # noqa: PLR2004
        return f"{digits[:3]} {digits[3:]}"
    parsed = parse(number)
    if len(digits) <= 6 or parsed is None:  # noqa: PLR2004
        return number
    plain = number.replace("(0)", "").replace("  ", " ")
    if parsed.country_code != phonenumbers.country_code_for_region(settings.COUNTRY):
        return plain
    _code, spaced, rest = plain.partition(f"+{parsed.country_code} ")
    if spaced:
        return f"0{rest.lstrip('0')}"
    if " " in plain:
        return plain
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def link(number: str) -> str:
    """Return the `tel:` address of a number."""
    digits = _digits(number)
    parsed = parse(number)
    if len(digits) <= 6 or parsed is None:  # noqa: PLR2004
        return f"tel:{digits}"
    return f"tel:{phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)}"


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())
