"""Phone numbers: what can be called, how it is shown, what the link says."""

import pytest
from django.core.exceptions import ValidationError

from services import phones
from services.models import EntryChannel


@pytest.mark.parametrize(
    ("number", "shown", "link"),
    [
        ("+358 6 555 0101", "06 555 0101", "tel:+35865550101"),
        ("+35865550101", "06 5550101", "tel:+35865550101"),
        ("+358 (0)6 555 0101", "06 555 0101", "tel:+35865550101"),
        ("+46 90 785 00 00", "+46 90 785 00 00", "tel:+46907850000"),
        ("116111", "116 111", "tel:116111"),
        ("112", "112", "tel:112"),
        ("080 005 005", "080 005 005", "tel:+35880005005"),
    ],
)
def test_numbers_as_people_write_them(number: str, shown: str, link: str) -> None:
    assert phones.display(number) == shown
    assert phones.link(number) == link


@pytest.mark.parametrize("number", ["", "hello", "12"])
def test_what_is_no_number(number: str) -> None:
    assert not phones.is_callable(number)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("phone", "call us"), ("email", "not an address"), ("chat", "javascript:alert(1)")],
)
def test_a_channel_checks_its_value(kind: str, value: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        EntryChannel(kind=kind, value=value).clean()
    assert "value" in wrong.value.error_dict


@pytest.mark.parametrize(
    ("kind", "value", "href"),
    [
        ("phone", "+358 6 555 0101", "tel:+35865550101"),
        ("email", "anna@example.fi", "mailto:anna@example.fi"),
        ("chat", "https://example.fi/chat", "https://example.fi/chat"),
        ("walk_in", "", ""),
        ("walk_in", "Rautatienkatu 12345", ""),
        ("video", "javascript:alert(1)", ""),
    ],
)
def test_a_channel_knows_what_it_opens(kind: str, value: str, href: str) -> None:
    channel = EntryChannel(kind=kind, value=value)
    channel.clean()
    assert channel.href == href
