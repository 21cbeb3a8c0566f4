"""A point on the map, as addresses carry it, and how far others are from it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Self

import numpy as np

DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?", re.ASCII)
# About a hundred metres: enough to say what is near, and no more than we need to know.
DECIMALS: Final = 3
LIMITS: Final = (90, 180)
EARTH_RADIUS: Final = 6371.0088  # kilometres, the mean


class Position(NamedTuple):
    """Degrees of WGS 84."""

    latitude: float
    longitude: float

    @classmethod
    def read(cls, latitude: str, longitude: str) -> Self | None:
        """Read a visitor's position, rounded; None where it isn't one."""
        if not (DEGREES.fullmatch(latitude) and DEGREES.fullmatch(longitude)):
            return None
        found = cls.rounded(float(latitude), float(longitude))
        is_on_earth = all(abs(angle) <= most for angle, most in zip(found, LIMITS, strict=True))
        return found if is_on_earth else None

    @classmethod
    def rounded(cls, latitude: float, longitude: float) -> Self:
        """Return a position no more exact than visitors' positions have to be."""
        return cls(round(latitude, DECIMALS), round(longitude, DECIMALS))

    def params(self) -> Iterator[tuple[str, str]]:
        """Yield the parameters that `read` reads as this position."""
        yield "lat", f"{self.latitude:.{DECIMALS}f}"
        yield "lon", f"{self.longitude:.{DECIMALS}f}"

    def distances(self, others: Sequence["Position"]) -> list[float]:
        """Return the kilometres to other positions, as the crow flies (haversine)."""
        # A geodesic library is exact to the millimetre, and takes each worker 17 MB.
        here, there = np.radians(self), np.radians(np.array(others).reshape(-1, 2))
        half = np.sin((there - here) / 2) ** 2
        chord = half[:, 0] + np.cos(here[0]) * np.cos(there[:, 0]) * half[:, 1]
        kilometres: list[float] = (2 * EARTH_RADIUS * np.arcsin(np.sqrt(chord))).tolist()
        return kilometres
