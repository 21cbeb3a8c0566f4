"""Calm pictures of what the entries are about, drawn with simple shapes."""

from collections.abc import Callable

from home.demo.drawing.canvas import Canvas
from home.demo.drawing.people import draw_group, draw_hands, draw_heart
from home.demo.drawing.places import draw_house, draw_playground, draw_walk
from home.demo.drawing.things import draw_baby, draw_book, draw_cafe, draw_phone

MOTIFS: dict[str, Callable[[Canvas], None]] = {
    "cafe": draw_cafe,
    "hands": draw_hands,
    "house": draw_house,
    "playground": draw_playground,
    "phone": draw_phone,
    "group": draw_group,
    "book": draw_book,
    "baby": draw_baby,
    "heart": draw_heart,
    "walk": draw_walk,
}
