"""Words that say nothing about what is looked for. Folded, as `fold` leaves them."""

from typing import Final

FINNISH: Final = """
ei eika en etta he han ja jo joka jonka jos jossa jota jotka kanssa kuin kun me mika mina minulla
minulle minun missa mita mitka mutta myos ne nyt olen oli olla on ovat se sen sina sita tai tama
tassa tata te vai voi voiko
"""
SWEDISH: Final = """
alla an ar att av de dem den det detta dig du eller en ett for fran har hos hur i inte jag kan man
med men mig min mitt nar nu och om oss pa sa sig som till under ut vad var vem vi vid vill
"""
STOP_WORDS: Final = {"fi": frozenset(FINNISH.split()), "sv": frozenset(SWEDISH.split())}


def is_stop_word(word: str, language: str) -> bool:
    """Tell whether a folded word is one of a language's stop words."""
    return word in STOP_WORDS.get(language, ())
