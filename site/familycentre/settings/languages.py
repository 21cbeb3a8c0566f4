"""The languages of content and visitors, from one environment variable."""

from django.conf.locale import LANG_INFO
from environs import Env


def configured_languages(env: Env) -> list[tuple[str, str]]:
    """Codes and own names of the languages in FAMILYCENTRE_LANGUAGES; the first is the default."""
    codes = env.list("FAMILYCENTRE_LANGUAGES", ["fi", "sv"])
    return [(code, LANG_INFO[code]["name_local"].capitalize()) for code in codes]
