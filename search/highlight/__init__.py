"""Which words of an answer answer, and why an answer was found where none does."""

from search.highlight.answers import MarkedAnswer, marked_answers
from search.highlight.correcting import corrected

__all__ = ["MarkedAnswer", "corrected", "marked_answers"]
