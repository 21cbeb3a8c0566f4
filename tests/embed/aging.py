"""Time passes for what is kept."""

from pathlib import Path

from cachelib import FileSystemCache

LONG = 3_600  # seconds


def grow_old(folder: Path) -> None:
    """Make every kept answer old enough to be asked again."""
    for file in folder.iterdir():
        with file.open("r+b") as stream:
            header = stream.read(4)
            kept = FileSystemCache.serializer.load(stream)
            if not isinstance(kept, dict):
                continue  # the library's own count
            kept["checked_at"] -= LONG
            stream.seek(0)
            stream.write(header)
            FileSystemCache.serializer.dump(kept, stream)
            stream.truncate()
