"""The app's own words, in one file for each language."""

from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("fi", "sv")  # the first is the default
OWN_NAMES = {"fi": "Suomeksi", "sv": "På svenska"}


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        """Read the language's file."""
        self.language = language
        self._sentences: dict[str, str] = yaml.safe_load(
            (FOLDER / f"{language}.yaml").read_text(encoding="utf-8")
        )

    def __call__(self, key: str, **values: object) -> str:
        """Return a sentence with its values put in; KeyError where there is none."""
        return self._sentences[key].format(**values)

    def keys(self) -> set[str]:
        """Return the names of all sentences."""
        return set(self._sentences)


@cache
def texts_in(language: str) -> Texts:
    """Return a language's sentences, read once."""
    return Texts(language)
