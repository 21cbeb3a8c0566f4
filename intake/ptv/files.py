"""Finding the JSON files of an import: a file, a folder of them, a zip of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from django.utils.translation import gettext as _

from intake.errors import NothingImportedError

# A whole country's catalogue fits well; what unpacks to more is no catalogue.
MAX_BYTES: Final = 4 * 1024**3
MAX_FILES: Final = 100_000
MAX_RATIO: Final = 200
# Small files may shrink to next to nothing without harm.
HARMLESS_BYTES: Final = 10 * 1024**2
ENCRYPTED: Final = 0x1


@dataclass(frozen=True)
class Source:
    """A file to read, by the name that reports use."""

    name: str
    open: Callable[[], IO[bytes]]


def sources(path: Path) -> Iterator[Source]:
    """Yield the JSON files at a path. Raises NothingImportedError where there can't be any."""
    if path.is_dir():
        files = sorted(file for file in path.rglob("*.json") if file.is_file())
        if not files:
            raise NothingImportedError(_("There are no JSON files in this folder."))
        for file in files:
            yield Source(str(file.relative_to(path)), _opener(file))
    elif not path.is_file():
        raise NothingImportedError(_("There is no file or folder “%(path)s”.") % {"path": path})
    elif is_zipfile(path):
        yield from _members(path)
    else:
        yield Source(path.name, _opener(path))


def _opener(file: Path) -> Callable[[], IO[bytes]]:
    return lambda: file.open("rb")


def _members(path: Path) -> Iterator[Source]:
    try:
        with ZipFile(path) as archive:
            members = [info for info in archive.infolist() if info.filename.endswith(".json")]
            _check(archive.infolist())
            if not members:
                raise NothingImportedError(_("There are no JSON files in this zip."))
            for info in sorted(members, key=lambda info: info.filename):
                yield Source(info.filename, _member_opener(archive, info))
    except BadZipFile as error:
        raise NothingImportedError(_("This zip is damaged.")) from error


def _member_opener(archive: ZipFile, info: ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(info)


def _check(members: list[ZipInfo]) -> None:
    """Refuse what would unpack without end, or climb out of its folder, before reading any."""
    if len(members) > MAX_FILES or sum(info.file_size for info in members) > MAX_BYTES:
        raise NothingImportedError(_("This zip is too big when it is unpacked."))
    for info in members:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts:
            raise NothingImportedError(_("This zip holds a file outside its own folder."))
        if info.flag_bits & ENCRYPTED:
            raise NothingImportedError(_("This zip is locked with a password."))
        if info.file_size > HARMLESS_BYTES and info.file_size > MAX_RATIO * max(
            info.compress_size, 1
        ):
            raise NothingImportedError(_("This zip is too big when it is unpacked."))
