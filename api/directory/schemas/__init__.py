"""The shapes of the directory API's answers; the OpenAPI description is written from them."""

from api.directory.schemas.code import Codes
from api.directory.schemas.common import Problem
from api.directory.schemas.entry import Entry, EntryList
from api.directory.schemas.meeting import MeetingList
from api.directory.schemas.organisation import Organisation, OrganisationList
from api.directory.schemas.place import PlaceList
from api.directory.schemas.suggestion import SuggestionList

__all__ = [
    "Codes",
    "Entry",
    "EntryList",
    "MeetingList",
    "Organisation",
    "OrganisationList",
    "PlaceList",
    "Problem",
    "SuggestionList",
]
