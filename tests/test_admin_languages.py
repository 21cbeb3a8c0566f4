"""The admin speaks Finnish and Swedish to the end: no text of Wagtail's is left in English."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings

ADMIN = Path(settings.LOCALE_PATHS[-1])
LANGUAGES = ("fi", "sv")
CATALOGUES = [(language, domain) for language in LANGUAGES for domain in ("django", "djangojs")]
# %(name)s and %d, {name} and {}, HTML tags with their attributes.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w[^>]*>")

Key = tuple[str | None, str, str]


def _key(entry: polib.POEntry | polib.MOEntry) -> Key:
    """What gettext finds a text by; one with a plural is another text than one without."""
    return entry.msgctxt or None, entry.msgid, entry.msgid_plural or ""


def _is_translated(entry: polib.POEntry | polib.MOEntry) -> bool:
    """Whether every form of the text has its translation."""
    forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return bool(forms) and all(forms)


def _folders() -> list[Path]:
    """The catalogues of the installed apps that serve the admin."""
    names = ("wagtail", "wagtail_localize")
    configs = [app for app in apps.get_app_configs() if app.name.split(".")[0] in names]
    return [folder for app in configs if (folder := Path(app.path) / "locale").is_dir()]


def _english(folder: Path, domain: str) -> set[Key]:
    """Every text of an app, from the catalogue that translators start from."""
    file = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
    return {_key(entry) for entry in polib.pofile(str(file))} if file.exists() else set()


def _shipped(folder: Path, language: str, domain: str) -> set[Key]:
    """The texts that an app brings translated, as Django reads them."""
    file = folder / language / "LC_MESSAGES" / f"{domain}.mo"
    if not file.exists():
        return set()
    return {_key(entry) for entry in polib.mofile(str(file)) if _is_translated(entry)}


@cache
def _ours(language: str, domain: str) -> list[polib.POEntry]:
    """The texts that we translate."""
    return list(polib.pofile(str(ADMIN / language / "LC_MESSAGES" / f"{domain}.po")))


def _placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def _differs(entry: polib.POEntry) -> bool:
    """Whether a translation lost or gained a placeholder."""
    if not entry.msgid_plural:
        return _placeholders(entry.msgid) != _placeholders(entry.msgstr)
    one, many = entry.msgstr_plural[0], entry.msgstr_plural[1]
    return _placeholders(entry.msgid) != _placeholders(one) or (
        _placeholders(entry.msgid_plural) != _placeholders(many)
    )


def test_the_apps_have_catalogues() -> None:
    assert sum(len(_english(folder, "django")) for folder in _folders()) > 1000
    assert any(_english(folder, "djangojs") for folder in _folders())


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_every_text_of_the_admin_is_translated(language: str, domain: str) -> None:
    ours = {_key(entry) for entry in _ours(language, domain) if _is_translated(entry)}
    missing = [
        (folder.parent.name, key)
        for folder in _folders()
        for key in sorted(
            _english(folder, domain) - _shipped(folder, language, domain) - ours, key=str
        )
    ]
    assert not missing, f"{len(missing)} in {language}/{domain}: {missing}"


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_placeholders_survive_translation(language: str, domain: str) -> None:
    wrong = [entry.msgid for entry in _ours(language, domain) if _differs(entry)]
    assert not wrong, wrong


@pytest.mark.parametrize(("language", "domain"), CATALOGUES)
def test_nothing_is_fuzzy_or_left_over(language: str, domain: str) -> None:
    texts = set().union(*(_english(folder, domain) for folder in _folders()))
    entries = _ours(language, domain)
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []
    assert [entry.msgid for entry in entries if _key(entry) not in texts] == []
