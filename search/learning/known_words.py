"""Words that tell of nobody although no dictionary has them: the site's names, and concepts'."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from marisa_trie import Trie

from search.analysis.stems import stem
from search.analysis.words import split_words
from search.thesaurus.concept import Concept
from services.models import Area, Entry, Municipality, OrganisationPage, Village


@dataclass(frozen=True)
class KnownWords:
    """Words in lower case; `stems` are those of `words`, by the language of the text.

    Tries, since the thesaurus has tens of thousands.
    """

    places: frozenset[str]
    words: Trie
    stems: dict[str, Trie]

    def has_form_of(self, word: str) -> bool:
        """Tell whether a word is one of these in some form: "vuotiaan" is one of "vuotias"."""
        return any(stem(word, language) in known for language, known in self.stems.items())


def known_words(concepts: Iterable[Concept]) -> KnownWords:
    """Read the site's names and the concepts' words. Five queries."""
    codes = (Municipality.objects.all(), Village.objects.all(), Area.objects.all())
    places = (name for code in chain(*codes) for name in code.label.values())
    words: dict[str, set[str]] = defaultdict(set)
    for language, text in chain(_titles(), *(concept.wordings() for concept in concepts)):
        words[language].update(split_words(text))
    return KnownWords(
        places=frozenset(word for name in places for word in split_words(name)),
        words=Trie(chain.from_iterable(words.values())),
        stems={
            language: Trie(stem(word, language) for word in found)
            for language, found in words.items()
        },
    )


def _titles() -> Iterator[tuple[str, str]]:
    for model in (OrganisationPage, Entry):
        pages = model._default_manager.filter(live=True)
        yield from pages.values_list("locale__language_code", "title")
