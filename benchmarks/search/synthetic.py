"""Entries invented from the demo region's own words; the same at every run."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from search.documents import Document, Texts

LANGUAGES: Final = ("fi", "sv")
WORDS: Final = 200  # of each language in an entry's text
SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n")
# Names of groups and places: a longer list knows more words, as real ones do.
SYLLABLES: Final = ["ka", "lo", "mi", "ru", "se", "to", "va", "hy", "pä", "nö", "ju", "el"]


@dataclass(frozen=True)
class Model:
    """An entry of the demo, with those of its themes and, by language, all their sentences."""

    entry: Document
    near: list[Document]
    sentences: dict[str, list[str]]


def invented(demo: Sequence[Document], count: int) -> Iterator[tuple[UUID, Document]]:
    """Yield so many entries in both languages, each of the texts of some that share a theme."""
    chance = random.Random(20261124)  # noqa: S311 - the same entries every time
    whole = [entry for entry in demo if set(LANGUAGES) <= entry.texts.keys()]
    models = [_model(entry, whole) for entry in whole]
    for number in range(count):
        model = chance.choice(models)
        name = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        other = chance.choice(model.near)
        texts = {code: _texts(model, other, code, name, chance) for code in LANGUAGES}
        yield uuid5(NAMESPACE_URL, str(number)), replace(model.entry, texts=texts)


def _model(entry: Document, others: Sequence[Document]) -> Model:
    themes = set(entry.facets["theme"])
    near = [other for other in others if other is entry or themes & set(other.facets["theme"])]
    sentences = {
        code: [line for other in near for line in SENTENCE.split(other.texts[code].body) if line]
        for code in LANGUAGES
    }
    return Model(entry, near, sentences)


def _texts(model: Model, other: Document, code: str, name: str, chance: random.Random) -> Texts:
    first, second = model.entry.texts[code], other.texts[code]
    return Texts(
        title=f"{first.title} {second.title.split()[-1]} {name}",
        summary=second.summary,
        body=_body(model.sentences[code], chance),
        keywords=f"{first.keywords}, {second.keywords}",
    )


def _body(sentences: Sequence[str], chance: random.Random) -> str:
    chosen: list[str] = []
    words = 0
    while words < WORDS:
        chosen.append(chance.choice(sentences))
        words += len(chosen[-1].split())
    return "\n".join(chosen)
