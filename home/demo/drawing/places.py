"""Places: a house, a playground, a path."""

from home.demo.drawing.canvas import APRICOT, PAPER, PINE, Canvas
from home.demo.drawing.curves import open_curve


def draw_house(canvas: Canvas) -> None:
    """A house with a heart."""
    tone = canvas.tone
    canvas.circle(600, 400, 340, tone.shade)
    canvas.ellipse(600, 900, 900, 230, tone.strong)
    _tree(canvas, 290, 690, 86)
    _tree(canvas, 935, 700, 66)
    canvas.box((712, 190), (772, 340), 8, PINE)
    canvas.box((410, 370), (790, 714), 14, PAPER)
    canvas.line([(376, 396), (600, 196)], 46, PINE)
    canvas.line([(600, 196), (824, 396)], 46, PINE)
    canvas.polygon([(410, 400), (600, 226), (790, 400)], PAPER)
    canvas.heart(600, 352, 96, APRICOT)
    canvas.box((552, 500), (648, 714), 46, APRICOT)
    canvas.circle(628, 620, 7, PAPER)
    for x in (442, 676):
        canvas.box((x, 476), (x + 82, 570), 12, tone.shade)
        canvas.line([(x + 41, 482), (x + 41, 564)], 7, PAPER)
        canvas.line([(x + 6, 522), (x + 76, 522)], 7, PAPER)


def draw_playground(canvas: Canvas) -> None:
    """A swing in the sun."""
    tone = canvas.tone
    canvas.circle(600, 420, 340, tone.shade)
    canvas.circle(1040, 170, 74, APRICOT)
    canvas.ellipse(600, 900, 1000, 220, tone.strong)
    for x in (300, 900):
        for foot in (-70, 70):
            canvas.line([(x, 190), (x + foot, 720)], 26, PINE)
    canvas.line([(290, 190), (910, 190)], 30, PINE)
    for x in (420, 520):
        canvas.line([(x, 196), (x + 56, 548)], 9, PAPER)
    canvas.line([(462, 560), (590, 540)], 26, APRICOT)
    for x in (690, 790):
        canvas.line([(x, 196), (x, 560)], 9, PAPER)
    canvas.line([(676, 572), (804, 572)], 26, APRICOT)


def draw_walk(canvas: Canvas) -> None:
    """A path between trees."""
    tone = canvas.tone
    canvas.circle(820, 210, 92, APRICOT)
    canvas.blob([(-100, 420), (220, 330), (560, 420), (760, 900), (-200, 900)], tone.shade)
    canvas.blob([(1300, 400), (980, 350), (620, 450), (420, 900), (1400, 900)], tone.strong)
    canvas.blob([(-100, 560), (300, 500), (640, 600), (800, 900), (-200, 900)], tone.shade)
    _path(canvas)
    for x, y, size in ((250, 520, 96), (400, 470, 62), (930, 480, 88), (1060, 560, 112)):
        _tree(canvas, x, y, size)
    for x, y in ((170, 690), (380, 720), (900, 700), (1010, 740)):
        canvas.circle(x, y, 9, PAPER)


def _path(canvas: Canvas) -> None:
    left = open_curve([(606, 430), (540, 480), (640, 560), (560, 660), (420, 840)])
    right = open_curve([(622, 430), (600, 474), (752, 560), (740, 680), (760, 840)])
    canvas.polygon([*left, *reversed(right)], PAPER)


def _tree(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.line([(x, y - size * 0.6), (x, y + size * 0.55)], size * 0.16, APRICOT)
    canvas.ellipse(x, y - size, size * 0.66, size * 0.92, PINE)
