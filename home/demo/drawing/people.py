"""People and what is between them: hands, a group, a heart."""

from home.demo.drawing.canvas import APRICOT, PAPER, PINE, Canvas


def draw_hands(canvas: Canvas) -> None:
    """Two open hands, and a heart between them."""
    tone = canvas.tone
    canvas.circle(600, 390, 330, tone.shade)
    for side, sleeve, skin in ((-1, PINE, "#f0c3a1"), (1, APRICOT, "#a9745a")):
        fingers = [(262, 250), (206, 206), (148, 214), (96, 262)]
        for x, top in fingers:
            base = 130 + (x - 176) * 0.62 + 46
            canvas.line([(600 + side * x, top), (600 + side * base, 470)], 50, skin)
        canvas.line([(600 + side * 66, 400), (600 + side * 150, 520)], 52, skin)
        palm = [(88, 470), (176, 408), (264, 470), (262, 580), (178, 640), (96, 580)]
        canvas.blob([(600 + side * x, y) for x, y in palm], skin)
        canvas.line([(600 + side * 180, 620), (600 + side * 250, 860)], 112, skin)
        canvas.line([(600 + side * 208, 720), (600 + side * 262, 900)], 170, sleeve)
    canvas.heart(600, 300, 120, APRICOT)


def draw_group(canvas: Canvas) -> None:
    """People of many sizes, side by side."""
    tone = canvas.tone
    canvas.circle(600, 420, 340, tone.shade)
    people = [
        (350, 390, 62, tone.strong, "#8d5f49"),
        (850, 400, 62, APRICOT, "#f0c3a1"),
        (520, 330, 70, PINE, "#f0c3a1"),
        (700, 350, 66, PAPER, "#c98f6d"),
        (440, 520, 48, APRICOT, "#f5d3b8"),
        (612, 540, 44, tone.strong, "#a9745a"),
        (775, 530, 48, PINE, "#f5d3b8"),
    ]
    for x, y, head, clothes, skin in people:
        _person(canvas, x, y, head, clothes, skin)
    canvas.box((-60, 730), (1260, 900), 40, tone.strong)


def draw_heart(canvas: Canvas) -> None:
    """A heart that holds smaller ones."""
    tone = canvas.tone
    canvas.circle(600, 400, 330, tone.shade)
    canvas.heart(600, 385, 430, PINE)
    canvas.heart(600, 372, 300, APRICOT)
    canvas.heart(600, 360, 170, PAPER)
    for x, y, size in ((290, 240, 54), (905, 220, 70), (330, 610, 40), (880, 590, 48)):
        canvas.heart(x, y, size, tone.strong)


def _person(canvas: Canvas, x: float, y: float, head: float, clothes: str, skin: str) -> None:
    """A soft round figure; the ground hides where the body ends."""
    canvas.box((x - head * 1.5, y + head * 1.1), (x + head * 1.5, 1000), head * 1.4, clothes)
    canvas.circle(x, y, head, skin)
