"""The Finnish–Swedish dictionaries of FreeDict, as Debian installs them."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOLDER: Final = Path("/usr/share/dictd")
# Each dictionary, and the languages of its headwords and of their translations.
FILES: Final = {
    FOLDER / "freedict-fin-swe.dict.dz": ("fi", "sv"),
    FOLDER / "freedict-swe-fin.dict.dz": ("sv", "fi"),
}
# "ahdistus /ˈahdɪstus/ <n>", and below it "ångest, oro" or "1. anoa, hakea".
HEADWORD: Final = re.compile(r"([^/<]+?)\s*(?:/[^/]*/)?\s*<[^>]*>")
NUMBERED: Final = re.compile(r"(\d+)\.\s*(.*)")
REMARK: Final = re.compile(r"\(.*?\)")


def installed() -> bool:
    """Tell whether the dictionaries are there."""
    return all(file.exists() for file in FILES)


def word_pairs() -> Iterator[tuple[str, str]]:
    """Yield a Finnish and a Swedish word that mean the same; single words only."""
    for file, (language, _other) in FILES.items():
        for headword, translations in _entries(file):
            for translation in _words(translations):
                if " " not in headword:
                    pair = (headword, translation)
                    yield pair if language == "fi" else (translation, headword)


def _entries(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each headword with every line of its translations; definitions are left out."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        headword, seen = "", {""}
        for line in map(str.strip, lines):
            if found := HEADWORD.fullmatch(line):
                headword, seen = found[1].casefold(), set()
                continue
            numbered = NUMBERED.fullmatch(line)
            number, text = numbered.groups() if numbered else ("", line)
            # The first line of a number translates, the second one explains.
            if headword and number not in seen and (numbered or not seen):
                yield headword, text
            seen.add(number)


def _words(translations: str) -> Iterator[str]:
    for translation in REMARK.sub("", translations).split(","):
        word = translation.strip().casefold()
        if word and " " not in word:
            yield word
