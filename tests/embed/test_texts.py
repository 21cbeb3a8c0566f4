"""Every sentence stands in both languages, with the same values, and is used."""

import re
from pathlib import Path

import pytest
import yaml

from embed import texts

EMBED = Path(texts.__file__).parent
SENTENCES = {
    language: yaml.safe_load((texts.FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    for language in texts.LANGUAGES
}
# Their names are put together from a code or a choice.
FAMILIES = ("answers_", "back_", "font_", "only_", "open_", "show_")
TROUBLES = ("away", "expired", "missing", "trouble")


def values(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def test_the_files_are_those_of_the_languages() -> None:
    assert {path.stem for path in texts.FOLDER.iterdir()} == set(texts.LANGUAGES)


def test_each_sentence_stands_in_each_language_with_the_same_values() -> None:
    finnish, swedish = SENTENCES["fi"], SENTENCES["sv"]
    assert list(finnish) == list(swedish)
    assert {key: values(it) for key, it in finnish.items()} == {
        key: values(it) for key, it in swedish.items()
    }


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_sentence_is_empty_or_left_in_the_other_language(language: str) -> None:
    other = SENTENCES["sv" if language == "fi" else "fi"]
    same = {key for key, sentence in SENTENCES[language].items() if sentence == other[key]}
    assert all(SENTENCES[language].values())
    assert same <= {"organisation"}


def test_each_sentence_is_used() -> None:
    files = [*EMBED.rglob("*.py"), *EMBED.rglob("*.html")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    unused = [
        key
        for key in SENTENCES["fi"]
        if not key.startswith((*FAMILIES, *TROUBLES)) and not re.search(rf"[\"']{key}[\"']", code)
    ]
    assert unused == []
