"""Smooth curves through points."""

from collections.abc import Sequence
from math import cos, pi, sin

Point = tuple[float, float]
STEPS = 24


def open_curve(points: Sequence[Point]) -> list[Point]:
    """Return a smooth curve from the first point to the last."""
    if len(points) == 2:  # noqa: PLR2004 - a straight line
        return list(points)
    return [*_through([points[0], *points, points[-1]]), points[-1]]


def closed_curve(points: Sequence[Point]) -> list[Point]:
    """Return a smooth curve around, back to the first point."""
    return _through([points[-1], *points, *points[:2]])


def heart(x: float, y: float, size: float) -> list[Point]:
    """Return the outline of a heart, about `size` wide."""
    angles = (2 * pi * step / 120 for step in range(120))
    return [
        (
            x + size / 32 * 16 * sin(t) ** 3,
            y - size / 32 * (13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)),
        )
        for t in angles
    ]


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[Point]:
    """Return points on a circle, in degrees clockwise from the right."""
    turns = [(start + (end - start) * step / 40) * pi / 180 for step in range(41)]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _through(points: Sequence[Point]) -> list[Point]:
    """Return Catmull-Rom segments between all points but the first and the last."""
    return [
        (_blend(a[0], b[0], c[0], d[0], at), _blend(a[1], b[1], c[1], d[1], at))
        for a, b, c, d in zip(points, points[1:], points[2:], points[3:], strict=False)
        for at in (step / STEPS for step in range(STEPS))
    ]


def _blend(before: float, start: float, end: float, after: float, at: float) -> float:
    return 0.5 * (
        2 * start
        + (end - before) * at
        + (2 * before - 5 * start + 4 * end - after) * at**2
        + (3 * start - before - 3 * end + after) * at**3
    )
