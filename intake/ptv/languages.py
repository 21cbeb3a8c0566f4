"""Which of a record's languages go in."""

from django.conf import settings

from intake.ptv.records import Texts
from intake.ptv.texts import shorten

# The room that a fact with words has.
LONGEST = 200


def site_languages() -> list[str]:
    """Return the site's languages in its order."""
    return [code for code, _name in settings.LANGUAGES]


def kept(texts: Texts) -> list[str]:
    """Return the languages of a text that the site has."""
    return [language for language in site_languages() if language in texts]


def localized(texts: Texts) -> Texts:
    """Return a short text in the site's languages; in those it has where it has none of them."""
    languages = kept(texts) or list(texts)
    return {language: shorten(texts[language], LONGEST) for language in languages}


def named(name: Texts, label: Texts) -> Texts:
    """Say whose a label is, unless it says so itself."""
    repeated = {
        language: words
        for language, words in label.items()
        if words.casefold().startswith(name.get(language, "").casefold())
    }
    return {**joined(name, label), **repeated}


def joined(*several: Texts, separator: str = ": ") -> Texts:
    """Join texts language by language."""
    languages = [language for texts in several for language in texts]
    return {
        language: separator.join(texts[language] for texts in several if texts.get(language))
        for language in dict.fromkeys(languages)
    }
