"""Files of records, one a line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")


def read_lines(file: Path, make: Callable[[dict[str, Any]], Made]) -> list[Made]:
    """Return what is made of each record of a JSON Lines file.

    Raises OSError where there is no file, and ValueError that names the line that is wrong.
    """
    made = []
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                made += [make(json.loads(line))] if line.strip() else []
            except KeyError as error:
                raise ValueError(f"{file}, line {number}: {error} is missing") from error
            except (ValueError, TypeError, AttributeError) as error:
                raise ValueError(f"{file}, line {number}: {error}") from error
    return made
