"""The system packages that real parts come from.

Where we may (root on Debian) missing ones are installed by one apt-get; elsewhere the command ends
with what to install. `python3 -m tests.servers.packages NAME…` does it from the Makefile.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from ctypes.util import find_library
from pathlib import Path

from tests.servers.accounts import is_root
from tests.servers.say import step


def _program(name: str) -> Callable[[], bool]:
    return lambda: shutil.which(name) is not None


def _file(pattern: str) -> Callable[[], bool]:
    return lambda: any(Path("/usr").glob(pattern))


def _voikko() -> bool:
    return find_library("voikko") is not None


def _initdb() -> bool:
    from tests.servers.postgres import program

    return program("initdb") is not None


def _nginx() -> bool:
    from tests.servers.nginx import program

    return program() is not None


def _pip() -> bool:
    return importlib.util.find_spec("pip") is not None


# Debian's name of each package, and how to see that its part is already here, from wherever.
PACKAGES: dict[str, Callable[[], bool]] = {
    "chromium": _program("chromium"),
    "postgresql": _initdb,
    "openjdk-17-jre-headless": _program("java"),
    "maven": _program("mvn"),
    "gettext": _program("xgettext"),
    "nginx-light": _nginx,
    "openssl": _program("openssl"),
    "python3-pip": _pip,
    "libvoikko1": _voikko,
    "voikko-fi": _file("lib/voikko/*/mor-standard"),
    "hunspell-sv": _file("share/hunspell/sv_FI.dic"),
    "wswedish": _file("share/dict/swedish"),
    "dict-freedict-fin-swe": _file("share/dictd/freedict-fin-swe.dict.dz"),
    "dict-freedict-swe-fin": _file("share/dictd/freedict-swe-fin.dict.dz"),
}
# What the search knows of Finnish and Swedish words.
DICTIONARIES = (
    "libvoikko1",
    "voikko-fi",
    "hunspell-sv",
    "wswedish",
    "dict-freedict-fin-swe",
    "dict-freedict-swe-fin",
)


def require(names: Iterable[str]) -> None:
    """Make sure that these packages' parts are here, or end with what to install."""
    missing = [name for name in names if not PACKAGES[name]()]
    if not missing:
        return
    if not is_root() or shutil.which("apt-get") is None:
        sys.exit(f"Please install (names of Debian's packages): {' '.join(missing)}")
    with step(f"Installing {' '.join(missing)}"):
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", *missing)


def _apt_get(*arguments: str) -> None:
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", *arguments]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{outcome.stderr}")


if __name__ == "__main__":
    require(sys.argv[1:])
