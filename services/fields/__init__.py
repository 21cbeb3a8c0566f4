"""Model fields for what every page here holds: texts per language, lists of codes, hours."""

from services.fields.code_list import CodeListField
from services.fields.localized_text import LocalizedText, LocalizedTextField
from services.fields.opening_hours import OpeningHoursField

__all__ = ["CodeListField", "LocalizedText", "LocalizedTextField", "OpeningHoursField"]
