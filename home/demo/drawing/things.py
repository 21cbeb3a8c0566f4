"""Things: a cup, a telephone, a book, a pram."""

from home.demo.drawing.canvas import APRICOT, PAPER, PINE, Canvas
from home.demo.drawing.curves import arc, open_curve


def draw_cafe(canvas: Canvas) -> None:
    """A cup of something warm on a table."""
    tone = canvas.tone
    canvas.circle(600, 400, 330, tone.shade)
    canvas.box((-60, 610), (1260, 900), 60, tone.strong)
    for x, lift in ((505, 0), (600, -34), (695, 0)):
        wave = [(x, 300 + lift), (x - 26, 250 + lift), (x + 24, 196 + lift), (x, 140 + lift)]
        canvas.line(wave, 17, PAPER)
    canvas.ellipse(600, 632, 270, 34, PAPER)
    canvas.ellipse(600, 628, 200, 20, tone.shade)
    canvas.line(arc(790, 450, 74, -100, 110), 34, PINE)
    side = open_curve([(410, 352), (420, 450), (452, 552), (530, 622)])
    canvas.polygon([*side, *((1200 - x, y) for x, y in reversed(side))], PINE)
    canvas.ellipse(600, 352, 190, 34, PAPER)
    canvas.ellipse(600, 356, 168, 24, APRICOT)
    canvas.heart(600, 486, 92, tone.ground)
    canvas.ellipse(930, 628, 62, 24, APRICOT)
    for x, y in ((905, 624), (930, 636), (952, 622)):
        canvas.circle(x, y, 6, PAPER)


def draw_phone(canvas: Canvas) -> None:
    """A telephone handset, and a voice that answers."""
    tone = canvas.tone
    canvas.circle(560, 420, 320, tone.shade)
    cord = [(372, 640), (330, 700), (366, 742), (412, 704), (372, 672), (340, 740), (390, 840)]
    canvas.line(cord, 15, tone.strong)
    canvas.line([(370, 560), (420, 380), (560, 270), (730, 240)], 74, PINE)
    canvas.line([(345, 540), (385, 636)], 116, PINE)
    canvas.line([(700, 214), (790, 262)], 116, PINE)
    canvas.line([(322, 556), (358, 642)], 22, APRICOT)
    canvas.line([(714, 196), (800, 238)], 22, APRICOT)
    canvas.box((620, 400), (960, 600), 70, PAPER)
    canvas.polygon([(680, 580), (760, 590), (660, 668)], PAPER)
    for x in (714, 790, 866):
        canvas.circle(x, 500, 21, tone.strong)


def draw_book(canvas: Canvas) -> None:
    """An open book, and something good that rises from it."""
    tone = canvas.tone
    canvas.circle(600, 380, 320, tone.shade)
    for side in (-1, 1):
        top = open_curve([(0, 330), (110, 288), (250, 290), (350, 322)])
        page = [*top, *((x, y + 272) for x, y in reversed(top))]
        canvas.polygon([(600 + side * x * 1.07, y + 26) for x, y in page], PINE)
        canvas.polygon([(600 + side * x, y) for x, y in page], PAPER)
        for y in (380, 428, 476, 524):
            line = [(70, y - 6), (150, y - 26), (240, y - 24), (300, y - 8)]
            canvas.line([(600 + side * x, at) for x, at in line], 11, tone.shade)
    canvas.line([(600, 334), (600, 620)], 9, tone.strong)
    canvas.heart(600, 206, 92, APRICOT)
    canvas.circle(470, 190, 16, PAPER)
    canvas.circle(738, 170, 20, PAPER)
    canvas.circle(700, 250, 11, tone.strong)


def draw_baby(canvas: Canvas) -> None:
    """A pram on its way."""
    tone = canvas.tone
    canvas.circle(600, 390, 330, tone.shade)
    canvas.box((-60, 690), (1260, 900), 60, tone.strong)
    for x in (480, 730):
        canvas.line([(600, 560), (x, 640)], 20, PINE)
    canvas.line([(800, 400), (880, 330), (952, 312)], 24, PINE)
    canvas.polygon([(380, 390), *arc(600, 390, 220, 0, 180)], APRICOT)
    canvas.polygon([(590, 384), *arc(590, 384, 210, 180, 285)], PINE)
    for turn in (215, 250):
        canvas.line([(590, 384), arc(590, 384, 200, turn, turn)[0]], 7, tone.shade)
    canvas.box((366, 374), (834, 410), 18, PAPER)
    canvas.heart(600, 494, 84, PAPER)
    for x in (470, 740):
        canvas.circle(x, 650, 70, PINE)
        canvas.circle(x, 650, 46, tone.ground)
        canvas.circle(x, 650, 14, PINE)
