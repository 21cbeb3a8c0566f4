"""A process's memory of the index file: it follows the file, and answers."""

from collections.abc import Iterable, Sequence
from threading import RLock
from typing import Final
from uuid import UUID

from search.engines.base import Question, SearchResult
from search.engines.embedded.answer import answer
from search.engines.embedded.deciding import decisive
from search.engines.embedded.postings import Decisive, Postings, Stored
from search.engines.embedded.scoring import scores, total
from search.engines.embedded.store import Store, read_entries, read_filling, read_state
from search.engines.embedded.titles import Titles
from search.engines.embedded.written import WrittenWords
from search.outbox import State
from search.projection import Projection
from search.question import Node, Word

# So many numbers of the past are let be before the memory is made anew, and a share of all.
MOST_PAST: Final = 1000
MOST_PAST_SHARE: Final = 0.25
BEFORE_ALL: Final = -1  # less than every sequence number


class Memory:
    """Loaded when it is first asked. Its lock lets one thread at a time read or change it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.postings = Postings()
        self.state: State | None = None
        self.filling = ""
        self._written: WrittenWords | None = None
        self._titles: Titles | None = None
        self._turn = RLock()

    def follow(self) -> None:
        """Take over what the file has more."""
        with self._turn, self.store.reading() as connection:
            connection.execute("BEGIN")  # one state of the file, whoever writes meanwhile
            now, filling = read_state(connection), read_filling(connection)
            if (now, filling) == (self.state, self.filling):
                return
            since = self.state.watermark if self.state else BEFORE_ALL
            if filling != self.filling or self._is_full_of_the_past():
                self.postings, since = Postings(), BEFORE_ALL
            for key, content in read_entries(connection, since):
                self._take(UUID(key), content)
            self.state, self.filling = now, filling
            self._written = self._titles = None

    def answer(self, question: Question) -> SearchResult:
        """Answer one question."""
        with self._turn:
            found = answer(self.postings, question)
            self.postings.end_question()
            return found

    @property
    def entries(self) -> int:
        """How many entries there are."""
        return len(self.postings.numbers)

    def __contains__(self, term: str) -> bool:
        return term in self.postings

    def is_place(self, term: str) -> bool:
        """Tell whether a term names a municipality or a village."""
        return term in self.postings.places

    def best(self, words: Sequence[Word]) -> float:
        """Return the score of the entry that answers these words best."""
        with self._turn:
            if not self.entries:
                return 0.0
            return float((total(words, self.postings) * self.postings.alive()).max())

    def matches(self, node: Node, least: float) -> int:
        """Count the entries in which a node scores at least so much."""
        with self._turn:
            found = scores(node, self.postings) >= least
            return int((found & self.postings.alive()).sum())

    def decisive(self, words: Sequence[Word], least: float) -> list[Decisive]:
        """Return of each word only what decides the score of an entry that scores so much."""
        with self._turn:
            among = self.postings.alive() & (total(words, self.postings) >= least)
            found = [decisive(word.meaning, self.postings, among) for word in words]
            self.postings.end_question()
            return found

    def titles_beginning(self, text: str, language: str, limit: int) -> list[UUID]:
        """Return the entries with a title, or a word or part in it, that begins so; best first."""
        with self._turn:
            if self._titles is None:
                self._titles = Titles(self.postings)
            numbers = self._titles.beginning_with(text, language, limit)
            return [self.postings.entries[number].key for number in numbers]

    def written_words(self) -> tuple[str, ...]:
        """Return the folded words of all texts."""
        return self._written_words().words

    def compounds_with(self, affix: str) -> Iterable[str]:
        """Return the folded words of all texts that begin or end with another one."""
        return self._written_words().compounds_with(affix)

    def _written_words(self) -> WrittenWords:
        with self._turn:
            if self._written is None:
                terms = self.postings.terms
                self._written = WrittenWords(term[1:] for term in terms if term.startswith("="))
            return self._written

    def _is_full_of_the_past(self) -> bool:
        return self.postings.past > max(MOST_PAST, MOST_PAST_SHARE * self.postings.size)

    def _take(self, key: UUID, content: str | None) -> None:
        if content is None:
            self.postings.remove(key)
            return
        read = Projection.from_json(content)
        self.postings.add(Stored(key, read.rank, read.titles, read.names), read)
