"""Coordinators keep the thesaurus; staff don't."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from search.models import ThesaurusConcept

LIST = "wagtailsnippets_familysearch_thesaurusconcept:list"
ADD = "wagtailsnippets_familysearch_thesaurusconcept:add"
EDIT = "wagtailsnippets_familysearch_thesaurusconcept:edit"
FORM = {
    "code": "baby-crying",
    "terms_fi": "vauvan itku\n  koliikki ",
    "terms_sv": "kolik",
    "everyday_fi": "vauva huutaa",
    "everyday_sv": "",
    "broader": "baby-care",
    "related": "vauvan uni",
    "life_stages": ["baby"],
    "note": "",
}

pytestmark = pytest.mark.usefixtures("three_concepts")


def concept(code: str) -> ThesaurusConcept:
    return ThesaurusConcept.objects.get(code=code)


def test_a_coordinator_adds_a_concept_and_names_others_by_code_or_term(coordinator: Client) -> None:
    assert coordinator.post(reverse(ADD), FORM).status_code == 302
    made = concept("baby-crying")
    assert made.terms == {"fi": ["vauvan itku", "koliikki"], "sv": ["kolik"]}
    assert (made.broader, made.related) == (["baby-care"], ["baby-sleep"])


def test_editing_keeps_the_code_and_the_languages_that_the_form_does_not_show(
    coordinator: Client,
) -> None:
    coordinator.post(reverse(EDIT, args=["baby-sleep"]), {**FORM, "code": "other", "related": ""})
    assert concept("baby-sleep").terms["en"] == ["baby sleep"]
    assert concept("baby-sleep").terms["sv"] == ["kolik"]
    assert not ThesaurusConcept.objects.filter(code="other").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"broader": "baby-slep"}, "baby-sleep"),
        ({"broader": "baby-crying"}, "baby-c"),
        ({"terms_fi": "", "terms_sv": ""}, "required"),
        ({"everyday_fi": "se on"}, "se on"),
    ],
)
def test_a_concept_that_says_nothing_or_points_nowhere_is_refused(
    coordinator: Client, change: dict[str, str], message: str
) -> None:
    response = coordinator.post(reverse(ADD), {**FORM, **change})
    assert message in response.content.decode()
    assert not ThesaurusConcept.objects.filter(code="baby-crying").exists()


def test_a_term_of_another_concept_is_told(coordinator: Client) -> None:
    form = {**FORM, "terms_fi": "Vauvan uni"}
    response = coordinator.post(reverse(ADD), form, follow=True)
    assert "baby-sleep" in [
        str(message).rsplit(": ", 1)[-1].strip() for message in response.context["messages"]
    ]


def test_the_list_offers_export_and_import(coordinator: Client) -> None:
    page = coordinator.get(reverse(LIST)).content.decode()
    for address in (reverse("export_thesaurus", args=["csv"]), reverse("import_thesaurus")):
        assert address in page


def test_a_file_is_shown_first_and_then_taken_in(coordinator: Client) -> None:
    response = upload(coordinator, "code,terms_fi\nbaby-sleep,uni\nnew,uusi\n")
    plan = response.context["plan"]
    assert [one.code for one in plan.added + plan.changed] == ["new", "baby-sleep"]
    assert concept("baby-sleep").note == "Yöt."
    confirmed = {name: response.context[name] for name in ("ending", "text")}
    coordinator.post(reverse("import_thesaurus"), confirmed)
    assert concept("baby-sleep").terms == {"fi": ["uni"]}


def test_an_exported_file_is_taken_in_without_changes(coordinator: Client) -> None:
    exported = coordinator.get(reverse("export_thesaurus", args=["csv"])).content.decode()
    assert upload(coordinator, exported).context["plan"].unchanged == 3


def test_a_file_with_faults_can_not_be_taken_in(coordinator: Client) -> None:
    text = "code,terms_fi\nnew,\n"
    assert upload(coordinator, text).context["plan"].faults
    coordinator.post(reverse("import_thesaurus"), {"ending": "csv", "text": text})
    assert not ThesaurusConcept.objects.filter(code="new").exists()


def test_staff_neither_see_nor_change_the_thesaurus(staff: Client) -> None:
    home = reverse("wagtailadmin_home")
    for name, *arguments in (
        ("export_thesaurus", "csv"),
        ("import_thesaurus",),
        (LIST,),
        (ADD,),
        (EDIT, "dying"),
    ):
        assert staff.get(reverse(name, args=arguments)).headers["Location"] == home
    staff.post(reverse("import_thesaurus"), {"ending": "csv", "text": "code,terms_fi\nnew,x\n"})
    assert not ThesaurusConcept.objects.filter(code="new").exists()


def upload(client: Client, text: str) -> Any:
    file = SimpleUploadedFile("concepts.csv", text.encode())
    return client.post(reverse("import_thesaurus"), {"file": file})
