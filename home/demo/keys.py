"""Keys that stay: the same code in the files gives the same key on every machine, every time."""

from collections.abc import Iterator
from uuid import UUID, uuid5

from home.demo.files import DemoFiles

NAMESPACE = UUID("5d3a9a52-6c0e-4c5e-9f5c-0d9d5f6f2b11")


def key_of(kind: str, *codes: object) -> UUID:
    """Return the key of a thing of the demo."""
    return uuid5(NAMESPACE, "/".join([kind, *map(str, codes)]))


def page_keys(files: DemoFiles) -> Iterator[UUID]:
    """Yield the translation keys of all the demo's pages."""
    yield key_of("front")
    for kind in (
        "sections",
        "doors",
        "life_situations",
        "municipalities",
        "service_paths",
        "articles",
        "organisations",
    ):
        for record in getattr(files, kind):
            yield key_of(kind, record.need("code", str))
    yield from entry_keys(files)


def entry_keys(files: DemoFiles) -> Iterator[UUID]:
    """Yield the translation keys of all the demo's entries."""
    for organisation in files.organisations:
        for entry in organisation.parts("entries"):
            yield key_of("entries", entry.need("code", str))
