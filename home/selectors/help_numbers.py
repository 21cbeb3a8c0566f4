"""The numbers that answer at once, with their state."""

from dataclasses import dataclass

from home.models import HelpNumber, SiteTexts
from services.hours import OpenState, open_state


@dataclass(frozen=True)
class HelpLine:
    """A number to call and whether it answers now."""

    number: HelpNumber
    state: OpenState | None


def help_lines(texts: SiteTexts) -> list[HelpLine]:
    """Return the site's numbers: for emergencies first, then those that answer now."""
    lines = [
        HelpLine(number, open_state(number.opening_hours)) for number in texts.help_numbers.all()
    ]
    return sorted(lines, key=_order)


def _order(line: HelpLine) -> tuple[bool, bool]:
    return not line.number.urgent, line.state is not None and not line.state.is_open
