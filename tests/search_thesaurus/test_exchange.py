"""Concepts go out into files and come back the same; bad files change nothing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from search.models import ThesaurusConcept
from search.thesaurus.exchange import FORMATS, plan_import
from search.thesaurus.stored import stored_concepts

NATIONAL = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://www.yso.fi/onto/koko/p11745> a skos:Concept ;
  skos:prefLabel "äitiyshuolto"@fi, "mödravård"@sv, "rasedusaegne hooldus"@et ;
  skos:altLabel "äitiysneuvola"@fi ;
  skos:hiddenLabel "neukku"@fi ;
  skos:broader <http://www.yso.fi/onto/koko/p999> .
"""


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_exported_comes_back_the_same(
    three_concepts: None, tmp_path: Path, ending: str
) -> None:
    before = list(stored_concepts())
    call_command("thesaurus", "export", str(tmp_path / f"t.{ending}"))
    ThesaurusConcept.objects.all().delete()
    call_command("thesaurus", "import", str(tmp_path / f"t.{ending}"))
    assert list(stored_concepts()) == before


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_of_what_is_kept_changes_nothing(three_concepts: None, ending: str) -> None:
    chosen = FORMATS[ending]
    plan = plan_import(chosen.read(chosen.write(stored_concepts())))
    assert (plan.added, plan.changed, plan.unchanged) == ([], [], 3)


def test_a_national_vocabulary_is_taken_in(
    three_concepts: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "koko.ttl"
    file.write_text(NATIONAL)
    with pytest.raises(SystemExit, match="3"):
        call_command("thesaurus", "import", str(file))
    concept = ThesaurusConcept.objects.get(code="koko-p11745")
    assert concept.terms == {"fi": ["äitiyshuolto", "äitiysneuvola"], "sv": ["mödravård"]}
    assert concept.everyday == {"fi": ["neukku"]}
    assert "@et (1)" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(three_concepts: None, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("code;terms_fi\nnew;uusi | toinen\n")
    call_command("thesaurus", "import", str(file), "--dry-run")
    assert not ThesaurusConcept.objects.filter(code="new").exists()
    call_command("thesaurus", "import", str(file))
    assert ThesaurusConcept.objects.get(code="new").terms == {"fi": ["uusi", "toinen"]}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("code,terms_fi\ngood,hyvä\nbad one,huono\n", 3, "code"),
        ('code,terms_fi,note\na,x,"two\nlines"\nb,,\n', 4, "terms"),
        ("code,terms_fi,urgent\na,x,maybe\n", 2, "urgent"),
        ("code,terms_fi,broader\na,x,nothing\n", 2, "broader"),
        ("code,terms_sv\na,och | om\n", 2, "terms"),
        ("code,colour\na,red\n", 1, "colour"),
        ("code,terms_fi\na,x\na,y\n", 3, "code"),
        (f"code,terms_fi\n{'a' * 81},x\n", 2, "code"),
        ("code,terms_fi\na,|\n", 2, "terms"),
    ],
)
def test_a_bad_table_is_refused_whole_with_line_and_column(
    three_concepts: None, text: str, line: int, column: str
) -> None:
    plan = plan_import(FORMATS["csv"].read(text))
    assert (line, column) in {(fault.line, fault.column) for fault in plan.faults}
    with pytest.raises(ValueError, match="faults"):
        plan.carry_out()


def test_bad_turtle_is_refused_with_line_and_column(three_concepts: None) -> None:
    plan = plan_import(FORMATS["ttl"].read("@prefix a: <b:> .\na:c a:d\n"))
    assert [(fault.line, bool(fault.column)) for fault in plan.faults] == [(2, True)]


@pytest.mark.parametrize("text", ["@prefix", "@base <", '<a:b> <a:c> "d', '<a:b> <a:c> "d"@f1 .'])
def test_turtle_that_the_library_fails_at_is_refused(
    three_concepts: None, english: None, text: str
) -> None:
    plan = plan_import(FORMATS["ttl"].read(text))
    assert ["valid Turtle" in str(fault) for fault in plan.faults] == [True]


@pytest.mark.parametrize(
    ("subjects", "wrong"),
    [
        (["urn:familycentre:concept:a/b"], "urn:familycentre:concept:a/b"),
        ([f"urn:familycentre:concept:{'a' * 90}"], f"urn:familycentre:concept:{'a' * 90}"),
        (["http://a/onto/x", "http://b/onto/x"], "http://b/onto/x"),
    ],
)
def test_bad_and_double_codes_of_turtle_are_refused_with_their_subject(
    three_concepts: None, subjects: list[str], wrong: str
) -> None:
    skos = "http://www.w3.org/2004/02/skos/core#"
    lines = (f'<{one}> a <{skos}Concept> ; <{skos}prefLabel> "uni"@fi .' for one in subjects)
    plan = plan_import(FORMATS["ttl"].read("\n".join(lines)))
    assert [(fault.column, str(fault).startswith(f"{wrong}: ")) for fault in plan.faults] == [
        ("code", True)
    ]


def test_a_cell_of_bars_alone_is_empty(three_concepts: None) -> None:
    text = "code,terms_fi,terms_sv,everyday_fi,everyday_et\nnew,uusi,|, | ,|\n"
    plan = plan_import(FORMATS["csv"].read(text))
    plan.carry_out()
    assert ThesaurusConcept.objects.get(code="new").terms == {"fi": ["uusi"]}
    assert ThesaurusConcept.objects.get(code="new").everyday == {}
    assert plan.left_out == {}
    for chosen in FORMATS.values():
        assert plan_import(chosen.read(chosen.write(stored_concepts()))).unchanged == 4


def test_the_command_says_what_is_wrong_and_ends_with_an_error(
    three_concepts: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "t.csv"
    file.write_text("code,terms_fi\na,\n")
    with pytest.raises(CommandError):
        call_command("thesaurus", "import", str(file))
    assert "2" in capsys.readouterr().err
    assert not ThesaurusConcept.objects.filter(code="a").exists()


def test_loading_adds_what_is_missing_and_changes_nothing(three_concepts: None) -> None:
    call_command("thesaurus", "load", "--dry-run")
    assert ThesaurusConcept.objects.count() == 3
    call_command("thesaurus", "load")
    assert ThesaurusConcept.objects.count() > 600
    assert ThesaurusConcept.objects.get(code="baby-sleep").note == "Yöt."
