"""All that answers one word: itself, what it is made of, and the same in the other language."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

from search.analysis.colloquial import standard_words
from search.analysis.place_names import other_names
from search.analysis.reading import Reading, read, spoken_in, written
from search.lexicon import translations
from search.question.meaning import AllOf, AnyOf, Node, Option, Term
from search.question.rarity import rarity
from search.question.vocabulary import Vocabulary

# How much each alternative counts beside the word itself.
STANDARD: Final = 0.95
OTHER_LANGUAGE: Final = 0.9
TRANSLATION: Final = 0.75
ALL_PARTS: Final = 0.8
# It stands in the index as its parts do, so this comes to 0.9 of a title.
CALQUE: Final = 1.28
MOST_TRANSLATIONS: Final = 6  # of each part
# A part counts its share of what the compound says, by rarity; the last one is what it's about.
MOST_OF_A_PART: Final = 0.6
BEFORE_THE_LAST: Final = 0.7


def of_word(word: str, languages: Sequence[str], vocabulary: Vocabulary) -> Iterator[Option]:
    """Yield what answers a word; `languages` begin with the reader's own."""
    yield Option(1.0, Term(written(word)))
    own, *others = spoken_in(word, languages)
    yield from _in_language(word, own, vocabulary)
    for standard in standard_words(word, own):
        yield from counting(STANDARD, _in_language(standard, own, vocabulary))
    for language in others:
        yield from counting(OTHER_LANGUAGE, _in_language(word, language, vocabulary))


def counting(share: float, options: Iterable[Option]) -> Iterator[Option]:
    """Return options that count so much of what they would."""
    return (Option(share * weight, node) for weight, node in options)


def of_joined(first: str, second: str, language: str) -> Iterator[Option]:
    """Yield what answers two words that somebody wrote apart, as one."""
    links = ("", "s") if language == "sv" else ("",)
    for link in links:
        for term in read(f"{first}{link}{second}", language).wholes:
            yield Option(1.0, Term(term))


def _in_language(word: str, language: str, vocabulary: Vocabulary) -> Iterator[Option]:
    reading = read(word, language)
    for term in reading.wholes:
        yield Option(1.0, Term(term))
        for translation in translations(term):
            yield Option(TRANSLATION, Term(translation))
        for name in other_names(term):
            yield Option(1.0, Term(name))
    yield from _parts(reading, vocabulary)


def _parts(reading: Reading, vocabulary: Vocabulary) -> Iterator[Option]:
    """A compound's rarer part says more: the curator of skolkurator, not the school."""
    for split in reading.splits:
        nodes = tuple(map(_part, split))
        if len(nodes) == 1:
            yield Option(ALL_PARTS, nodes[0])
            continue
        yield Option(ALL_PARTS, AllOf(nodes))
        yield from (Option(CALQUE, Term(term)) for term in _calques(split) if term in vocabulary)
        rarities = [rarity(node, vocabulary) for node in nodes]
        for node, rare in zip(nodes, rarities, strict=True):
            share = min(rare / sum(rarities), MOST_OF_A_PART)
            yield Option(share if node is nodes[-1] else share * BEFORE_THE_LAST, node)


def _calques(split: Sequence[str]) -> Iterator[str]:
    """Yield the other language's compounds of the same parts: barnkör for lapsikuoro."""
    for parts in product(*(translations(part)[:MOST_TRANSLATIONS] for part in split)):
        language = parts[0].partition(":")[0]
        yield f"{language}:" + "+".join(part.partition(":")[2] for part in parts)


def _part(term: str) -> Node:
    options = [Option(1.0, Term(term))]
    options += [Option(TRANSLATION, Term(other)) for other in translations(term)]
    return AnyOf(tuple(options))
