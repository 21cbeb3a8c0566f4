"""The folded words of all texts, as they stand in them: questions are corrected by these."""

from collections.abc import Iterable, Iterator


class WrittenWords:
    """All words, for one state of the index."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        # One text is searched a hundred times faster than many.
        self._lines = "\n".join(("", *self.words, ""))

    def compounds_with(self, affix: str) -> Iterator[str]:
        """Yield the words that begin or end with another one."""
        at = self._lines.find(affix)
        while at >= 0:
            end = self._lines.index("\n", at)
            word = self._lines[self._lines.rindex("\n", 0, at) + 1 : end]
            if word != affix and (word.startswith(affix) or word.endswith(affix)):
                yield word
            at = self._lines.find(affix, end)
