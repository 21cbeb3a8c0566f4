"""Builds what the directory API says about entries and organisations, from their pages."""

from api.directory.build.entries import entry_contents, entry_of_draft
from api.directory.build.organisations import organisation_contents

__all__ = ["entry_contents", "entry_of_draft", "organisation_contents"]
