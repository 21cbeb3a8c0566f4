"""Organisations: who gives help."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.endpoints.listed import one_of, page_of
from api.directory.listing import page_by_title, titles
from api.directory.mirroring import changes
from api.directory.params import SITE_LANGUAGES, InLanguage, Key, OrganisationQuestion
from api.directory.schemas import Organisation, OrganisationList
from api.directory.version import Version
from api.models import RecordKind

router = Router(tags=["organisations"])


@router.api_operation(
    READ,
    "/organisations",
    operation_id="list_organisations",
    response=OrganisationList,
    summary="List organisations",
)
def list_organisations(request: HttpRequest, question: Query[OrganisationQuestion]) -> HttpResponse:
    """By name, in the order of the alphabet; with `changed_since` instead what has changed."""

    def make(version: Version) -> Content:
        if moment := question.changed_since:
            return changes(request, question, moment, RecordKind.ORGANISATION, version)
        language = question.lang or SITE_LANGUAGES[0]
        rows = titles(version, RecordKind.ORGANISATION, language)
        page = page_by_title(rows, question.cursor, question.limit)
        return page_of(request, question, RecordKind.ORGANISATION, page, version)

    return answer(request, question, make)


@router.api_operation(
    READ,
    "/organisations/{uuid:organisation_id}",
    operation_id="read_organisation",
    response=Organisation,
    summary="Read an organisation",
)
def read_organisation(
    request: HttpRequest, organisation_id: Key, question: Query[InLanguage]
) -> HttpResponse:
    """All that its page shows beside its entries, which `/entries?organisation=` lists."""
    return answer(
        request,
        question,
        lambda _now: one_of(RecordKind.ORGANISATION, organisation_id, question.lang),
    )
