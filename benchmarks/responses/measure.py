"""Asks for the same pages made anew, kept, and known to the visitor, in turns, on one server.

`python benchmarks/responses/measure.py [ROUNDS]`; exits with 1 where a kept page is not ten times
as fast as one that is made.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from statistics import median
from time import perf_counter

import httpx

from tests.browser.site import prepared, serving

ROUNDS = 100
WARMING = 3
AIM = 10
VIEWS = {"help now": "/fi/apua-nyt/", "this week": "/fi/viikko/", "front page": "/fi/"}
# Who has a cookie may be an editor, and gets a page made anew.
EDITOR = {"Cookie": "anything=1"}


@dataclass
class Case:
    """A way of asking for a page, and what it took."""

    page: str
    name: str
    path: str
    headers: dict[str, str]
    expected: int = 200
    seconds: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def rate(self) -> float:
        """Pages a second."""
        return 1 / median(self.seconds)


def cases(client: httpx.Client) -> Iterator[Case]:
    """Yield three ways for each page; the first is what the others are compared with."""
    entry = client.get("/api/directory/entries?limit=1").json()["items"][0]
    for page, path in {
        **VIEWS,
        "an entry": client.get(entry["url"]["fi"]).headers["Location"],
    }.items():
        tag = client.get(path).headers["ETag"]
        yield Case(page, "made anew", path, EDITOR)
        yield Case(page, "kept", path, {})
        yield Case(page, "known (304)", path, {"If-None-Match": tag}, expected=304)


def measure(client: httpx.Client, case: Case) -> None:
    """Ask once."""
    started = perf_counter()
    response = client.get(case.path, headers=case.headers)
    case.seconds.append(perf_counter() - started)
    if response.status_code != case.expected or ("ETag" in response.headers) == bool(
        case.headers is EDITOR
    ):
        sys.exit(f"{case.path}, {case.name}: {response.status_code} {response.headers}")
    case.size = len(response.content)


def report(measured: list[Case]) -> float:
    """Print a table; return the smallest ratio of kept to made anew."""
    print(f"{'':30}{'ms':>8}{'per s':>8}{'kB':>6}{'ratio':>8}")
    ratios = []
    for page, group in groupby(measured, key=lambda case: case.page):
        ways = list(group)
        for case in ways:
            ratio = case.rate / ways[0].rate
            print(
                f"{page + ', ' + case.name:30}{1000 * median(case.seconds):8.2f}{case.rate:8.0f}"
                f"{case.size / 1000:6.0f}{ratio:7.1f}×"
            )
        ratios.append(ways[1].rate / ways[0].rate)
    return min(ratios)


def main() -> int:
    """Measure in turns, so that whatever else the machine does falls on all alike."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with (
        tempfile.TemporaryDirectory(prefix="familycentre-responses-") as folder,
        serving(prepared(Path(folder))) as address,
        httpx.Client(base_url=address) as client,
    ):
        measured = list(cases(client))
        for number in range(WARMING + rounds):
            for case in measured:
                measure(client, case)
                if number < WARMING:
                    case.seconds.clear()
    return 0 if report(measured) >= AIM else 1


if __name__ == "__main__":
    sys.exit(main())
