"""Asks the directory API and Wagtail's page API for the same content, in turns, on one server.

`python benchmarks/api/measure.py [ROUNDS]`; exits with 1 where the list is not five times as fast.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import httpx

from tests.browser.site import prepared, serving

ROUNDS = 100
WARMING = 3
AIM = 5
LIST = "/api/directory/entries?limit=20"
PAGES = "/api/v2/pages/?type=services.Entry&limit=20"


@dataclass
class Case:
    """A question, whether its answer may come from a cache, and what it took."""

    name: str
    path: str
    remembered: bool = False
    tag: str = ""
    seconds: list[float] = field(default_factory=list)
    size: int = 0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return 1 / median(self.seconds)


def cases(client: httpx.Client) -> list[Case]:
    """Return what is compared: lists of twenty entries, and one entry."""
    entry = client.get(LIST).json()["items"][0]["id"]
    page = client.get(f"{PAGES}&translation_key={entry}").json()["items"][0]["id"]
    tag = client.get(LIST).headers["ETag"]
    return [
        Case("list, Wagtail's page API, all fields", f"{PAGES}&fields=*"),
        Case("list, Wagtail's page API, few fields", PAGES),
        Case("list, directory, both languages", LIST),
        Case("list, directory, one language", f"{LIST}&lang=fi"),
        Case("list, directory, remembered", LIST, remembered=True),
        Case("list, directory, known to the caller (304)", LIST, remembered=True, tag=tag),
        Case("entry, Wagtail's page API", f"/api/v2/pages/{page}/"),
        Case("entry, directory, both languages", f"/api/directory/entries/{entry}"),
        Case("entry, directory, remembered", f"/api/directory/entries/{entry}", remembered=True),
    ]


def measure(client: httpx.Client, case: Case, hosts: Iterator[int]) -> None:
    """Ask once. An answer names the host it was asked at, so a new one is an answer anew."""
    headers = {} if case.remembered else {"Host": f"127.0.0.1:{next(hosts)}"}
    if case.tag:
        headers["If-None-Match"] = case.tag
    started = perf_counter()
    response = client.get(case.path, headers=headers)
    case.seconds.append(perf_counter() - started)
    if response.status_code != (304 if case.tag else 200):
        sys.exit(f"{case.path}: {response.status_code} {response.text}")
    case.size = len(response.content)


def report(measured: list[Case]) -> None:
    """Print a table; ratios are to Wagtail's with all fields."""
    print(f"{'':45}{'ms':>8}{'per s':>8}{'kB':>7}{'ratio':>8}")
    for case in measured:
        base = measured[0] if case.name.startswith("list") else measured[6]
        print(
            f"{case.name:45}{1000 * median(case.seconds):8.1f}{case.rate:8.0f}"
            f"{case.size / 1000:7.0f}{case.rate / base.rate:7.1f}×"
        )


def main() -> int:
    """Measure in turns, so that whatever else the machine does falls on all alike."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    os.environ["API_RATE"] = "1000000/m"
    with (
        tempfile.TemporaryDirectory(prefix="familycentre-api-") as folder,
        serving(prepared(Path(folder))) as address,
        httpx.Client(base_url=address) as client,
    ):
        measured, hosts = cases(client), count(10_000)
        for number in range(WARMING + rounds):
            for case in measured:
                measure(client, case, hosts)
                if number < WARMING:
                    case.seconds.clear()
    report(measured)
    return 0 if measured[2].rate >= AIM * measured[0].rate else 1


if __name__ == "__main__":
    sys.exit(main())
