"""What a visitor wrote, as something that engines can answer."""

from search.question.meaning import AllOf, AnyOf, Node, Option, Term, Word
from search.question.reader import read_question
from search.question.vocabulary import Vocabulary

__all__ = [
    "AllOf",
    "AnyOf",
    "Node",
    "Option",
    "Term",
    "Vocabulary",
    "Word",
    "read_question",
]
