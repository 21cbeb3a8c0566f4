"""The language of a visit."""

from flask import g, request

from embed.texts import LANGUAGES, Texts, texts_in


def language() -> str:
    """Return the language that the address says, or the visitor's browser, or the first."""
    liked = (tag.partition("-")[0] for tag in request.accept_languages.values())
    said = (*request.path.split("/"), request.args.get("lang", ""), *liked)
    return next((code for code in said if code in LANGUAGES), LANGUAGES[0])


def texts() -> Texts:
    """Return the words of this visit."""
    if "texts" not in g:
        g.texts = texts_in(language())
    found: Texts = g.texts
    return found
