"""Rows of numbers, each as long as it is."""

from array import array
from collections.abc import Iterable


class Rows:
    """Rows by their place, in two arrays: a tenth of the memory of a list of tuples."""

    def __init__(self, rows: Iterable[Iterable[int]]) -> None:
        self._numbers = array("I")
        self._ends = array("I", [0])
        for row in rows:
            self._numbers.extend(row)
            self._ends.append(len(self._numbers))

    def __getitem__(self, place: int) -> "array[int]":
        return self.between(place, place + 1)

    def between(self, first: int, end: int) -> "array[int]":
        """Return the numbers of several rows, one after the other; `end` is no more of them."""
        return self._numbers[self._ends[first] : self._ends[end]]
