"""Progress lines: what is being done, and how long it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


def say(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(f"· {text}", flush=True)  # noqa: T201 - this is a command-line tool


@contextmanager
def step(text: str) -> Iterator[None]:
    """Announce a step that takes a while, and say how long it took when it went well."""
    say(f"{text} …")
    started = time.monotonic()
    yield
    say(f"{text}: {time.monotonic() - started:.0f} s")
