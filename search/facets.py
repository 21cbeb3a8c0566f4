"""What results can be narrowed by. The names are the query parameters (docs/contract.md)."""

from typing import Final

from services.codes import (
    AGES,
    Audience,
    ChannelKind,
    GroupType,
    Kind,
    LifeStage,
    Sector,
    ServiceLanguage,
)

# A flag holds this one value where it is set.
SET: Final = "1"
FLAGS: Final = ("free", "low_threshold")

# In the order visitors are offered them.
FACETS: Final = (
    "kind",
    "municipality",
    "area",
    "theme",
    "age",
    "life_stage",
    "audience",
    "language",
    "channel",
    "group_type",
    "sector",
    *FLAGS,
)

# The values of the closed lists. A coordinator edits municipalities, areas and themes.
CLOSED_VALUES: Final[dict[str, tuple[str, ...]]] = {
    "kind": tuple(Kind.values),
    "age": tuple(str(age) for age in AGES[LifeStage.ALL]),
    "life_stage": tuple(LifeStage.values),
    "audience": tuple(Audience.values),
    "language": tuple(ServiceLanguage.values),
    "channel": tuple(ChannelKind.values),
    "group_type": tuple(GroupType.values),
    "sector": tuple(Sector.values),
    **dict.fromkeys(FLAGS, (SET,)),
}
