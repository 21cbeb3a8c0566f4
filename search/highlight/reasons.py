"""Why an entry answers, where nothing of it that results show does."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from search.analysis.reading import languages_from
from search.documents import Document
from search.highlight.marking import marked, snippet, spans
from search.highlight.matching import Asked, matched
from search.projection import project
from search.question import AnyOf
from search.thesaurus import current_thesaurus

IN_TEXT: Final = _("Found in the text:")
FOUND_BY: Final = _("Found by:")
IN_OTHER_LANGUAGE: Final = _("Found in another language:")
IN_LANGUAGE: Final[dict[str, Promise]] = {
    "fi": _("Found in Finnish:"),
    "sv": _("Found in Swedish:"),
    "en": _("Found in English:"),
}


@dataclass(frozen=True)
class Reason:
    """Where it was found, and the words there as HTML; `language` is that of these words."""

    where: str
    text: SafeString
    language: str


def reason(document: Document, shown: str, asked: Asked, language: str) -> Reason | None:
    """Return the first place where an entry answers; `shown` is the language of its card.

    First the rest of its text, then its other languages, then the codes and concepts it is under.
    None where its place answers, which every card shows.
    """
    codes = languages_from(language)
    labels = (_in_labels(document.labels.get(code, ()), code, asked) for code in codes)
    candidates = chain(
        _in_texts(document, shown, asked),
        chain.from_iterable(labels),
        _in_concepts(document, asked, codes),
    )
    return next(candidates, None)


def _in_texts(document: Document, shown: str, asked: Asked) -> Iterator[Reason]:
    """Look at the language shown first; in each, at the keywords last."""
    for code in sorted(document.texts, key=lambda code: code != shown):
        own = document.texts[code]
        where = IN_TEXT if code == shown else IN_LANGUAGE.get(code, IN_OTHER_LANGUAGE)
        for text in (own.title, own.summary, own.body, own.easy_text):
            if found := spans(text, code, asked):
                yield Reason(str(where), snippet(text, found), code)
        yield from _in_labels(re.split(r"[,;\n]\s*", own.keywords), code, asked)


def _in_labels(labels: Iterable[str], code: str, asked: Asked) -> Iterator[Reason]:
    for label in labels:
        if found := spans(label, code, asked):
            yield Reason(str(FOUND_BY), marked(label, found), code)


def _in_concepts(document: Document, asked: Asked, codes: Sequence[str]) -> Iterator[Reason]:
    """Name the concept that a question speaks of, where its words stand apart in the entry."""
    if all(word.is_place for word in asked.words):
        return
    thesaurus, said = current_thesaurus(), [word.text for word in asked.words]
    present = frozenset().union(*project(document).levels)
    for found in sorted(thesaurus.find(said, codes), key=lambda one: -one.weight):
        answers = (*thesaurus.own_words(found), *thesaurus.neighbours(found))
        score, _terms = matched(AnyOf(answers), present)
        for code in codes if score else ():
            for term in found.concept.terms.get(code, ())[:1]:
                yield Reason(str(FOUND_BY), marked(term, []), code)
