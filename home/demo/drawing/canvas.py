"""A canvas of 1200 × 800 that draws three times as large, so that every edge is smooth."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from home.demo.drawing.curves import Point, closed_curve, heart, open_curve

SIZE = (1200, 800)
SCALE = 3
PINE, APRICOT, PAPER = "#17594f", "#e07a4f", "#fffdf9"


@dataclass(frozen=True)
class Tone:
    """The colours of a variant: the ground, a shade on it, and a stronger shade."""

    ground: str
    shade: str
    strong: str


TONES = {
    "mint": Tone("#e3f0ea", "#c8e2d7", "#8cbcab"),
    "sand": Tone("#f4ecdf", "#e8d9be", "#cfae7a"),
    "peach": Tone("#fbe6d8", "#f6cfb7", "#eaa985"),
    "sky": Tone("#e2edf4", "#c6dcea", "#88b2cc"),
    "plum": Tone("#efe6f1", "#dccae1", "#b394be"),
}


class Canvas:
    """Draws in units of the finished picture."""

    def __init__(self, tone: Tone) -> None:
        self.tone = tone
        self._image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), tone.ground)
        self._draw = ImageDraw.Draw(self._image)

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self.ellipse(x, y, radius, radius, fill)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """Draw a filled ellipse around a point."""
        self._draw.ellipse(_scaled([(x - rx, y - ry), (x + rx, y + ry)]), fill=fill)

    def box(self, start: Point, end: Point, radius: float, fill: str) -> None:
        """Draw a rectangle with rounded corners."""
        self._draw.rounded_rectangle(_scaled([start, end]), radius=radius * SCALE, fill=fill)

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """Draw a filled polygon."""
        self._draw.polygon(_scaled(points), fill=fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """Draw a filled, smooth shape through points."""
        self.polygon(closed_curve(points), fill)

    def heart(self, x: float, y: float, size: float, fill: str) -> None:
        """Draw a heart around a point."""
        self.polygon(heart(x, y, size), fill)

    def line(self, points: Sequence[Point], width: float, fill: str) -> None:
        """Draw a line through points, smooth and with round ends."""
        curve = open_curve(points)
        self._draw.line(_scaled(curve), fill=fill, width=round(width * SCALE))
        # Round ends, and no seams in the bends.
        for x, y in curve:
            self.circle(x, y, width / 2, fill)

    def jpeg(self) -> bytes:
        """Return the finished picture as a file."""
        file = BytesIO()
        self._image.reduce(SCALE).save(file, "JPEG", quality=86, subsampling=0, optimize=True)
        return file.getvalue()


def _scaled(points: Iterable[Point]) -> list[Point]:
    return [(x * SCALE, y * SCALE) for x, y in points]
