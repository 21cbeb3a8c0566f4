"""One region behind nginx for all tests of this folder."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.docker.region import Region, running_region


@pytest.fixture(scope="session")
def region() -> Iterator[Region]:
    """The running region, in a folder that nginx may read though it has no rights."""
    with tempfile.TemporaryDirectory(prefix="region-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with running_region(folder) as running:
            yield running


@pytest.fixture
def visitor(region: Region) -> Iterator[httpx.Client]:
    """Somebody who looks at the site."""
    with region.visitor() as client:
        yield client
