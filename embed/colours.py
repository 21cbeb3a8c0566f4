"""Colours that can be read: WCAG's contrast, and the nearest shade that has enough of it."""

import re
from typing import NamedTuple, Self

HEX = re.compile(r"#?([0-9a-f]{6})", re.IGNORECASE)
TEXT_CONTRAST = 4.5  # WCAG AA for text
EDGE_CONTRAST = 3  # WCAG AA for the edges of controls
STEPS = 50  # in which a shade goes to black or white


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Self | None:
        """Read "#17594f" or "17594f"; None where it is no colour."""
        found = HEX.fullmatch(text.strip())
        return cls(*bytes.fromhex(found[1])) if found else None

    def __str__(self) -> str:
        """Write it as style sheets do."""
        return f"#{bytes(self).hex()}"

    def mixed(self, other: "Colour", share: float) -> "Colour":
        """Return this colour with a share, 0 to 1, of another."""
        return Colour(*(round(a + (b - a) * share) for a, b in zip(self, other, strict=True)))

    @property
    def luminance(self) -> float:
        """Relative luminance as WCAG 2 defines it, 0 to 1."""
        red, green, blue = (_linear(part / 255) for part in self)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: "Colour") -> float:
        """Contrast ratio as WCAG 2 defines it, 1 to 21."""
        darker, lighter = sorted((self.luminance, other.luminance))
        return (lighter + 0.05) / (darker + 0.05)

    def readable_on(self, ground: "Colour", ratio: float = TEXT_CONTRAST) -> "Colour":
        """Return the nearest shade, lighter or darker, that has this contrast (at most 4.5)."""
        return next(
            shade
            for step in range(STEPS + 1)
            for end in (BLACK, WHITE)
            if (shade := self.mixed(end, step / STEPS)).contrast(ground) >= ratio
        )

    def ink(self) -> "Colour":
        """Return black or white, whichever is easier to read on this colour."""
        return max(BLACK, WHITE, key=self.contrast)


def _linear(part: float) -> float:
    """Undo sRGB's gamma, by the constants of its standard."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)
