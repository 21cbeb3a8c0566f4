"""Whatever colours are asked for, what is used can be read."""

import re

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from embed.colours import BLACK, WHITE, Colour
from embed.look import DEFAULTS, Look

colours = st.builds(Colour, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_wcags(one: str, other: str, ratio: float) -> None:
    first, second = Colour.from_hex(one), Colour.from_hex(other)
    assert first is not None
    assert second is not None
    assert first.contrast(second) == pytest.approx(ratio, abs=0.01)


@given(colours, colours, colours)
def test_every_look_keeps_aa(accent: Colour, background: Colour, text: Colour) -> None:
    used = {
        name: colour
        for name, value in Look(accent, background, text).variables.items()
        if (colour := Colour.from_hex(value))
    }
    assert used["ground"] == background
    for name in ("text", "soft", "accent"):
        assert used[name].contrast(background) >= 4.5
    assert used["on-accent"].contrast(used["accent"]) >= 4.5
    assert used["edge"].contrast(background) >= 3


@given(colours, colours)
def test_a_colour_that_can_be_read_stays(colour: Colour, ground: Colour) -> None:
    if colour.contrast(ground) >= 4.5:
        assert colour.readable_on(ground) == colour


def test_the_nearest_shade_is_taken() -> None:
    grey = Colour(130, 130, 130)
    assert BLACK < grey.readable_on(WHITE) < grey
    assert grey.contrast(WHITE) < 4.5 <= grey.readable_on(WHITE).contrast(WHITE) < 5


def test_the_usual_look_needs_no_correction_and_no_parameters() -> None:
    assert Look().corrections == []
    assert Look().params == ()
    assert Look.from_args({name: str(colour) for name, colour in DEFAULTS.items()}) == Look()


def test_the_style_sheet_holds_colours_and_nothing_else(client: FlaskClient) -> None:
    evil = "red;}body{display:none"
    response = client.get(
        "/theme.css", query_string={"accent": "%23FFEE00", "text": evil, "font": evil}
    )
    assert response.mimetype == "text/css"
    assert "display" not in response.text
    assert re.fullmatch(r":root\{(--[a-z-]+:[^;{}]+;)+\}", response.text)


def test_the_composer_tells_of_a_corrected_colour(client: FlaskClient) -> None:
    text = client.get("/fi/compose", query_string={"accent": "#ffee00"}).text
    assert "Väriä #ffee00 ei olisi voinut lukea" in text
    assert "ei olisi voinut lukea" not in client.get("/fi/compose?accent=aa0000").text
