"""What words of one family share: rådgivning, rådgivare and rådgivande."""

from typing import Final

# Endings of Swedish stems, the longest first. Finnish roots come from Voikko.
SWEDISH_ENDINGS: Final = ("ning", "ande", "ende", "else", "are", "and", "end", "els", "ing", "ar")
SHORTEST_ROOT: Final = 3


def root(stem: str, language: str) -> str | None:
    """Return a stem's root; None where it has no ending to take off."""
    if language != "sv":
        return None
    for ending in SWEDISH_ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) >= SHORTEST_ROOT:
            return stem.removesuffix(ending)
    return None
