"""What this room's pages show beside their own fields."""

from home.selectors.door import door_context
from home.selectors.front import front_context
from home.selectors.life_situation import life_situation_context
from home.selectors.municipality import municipality_context

__all__ = ["door_context", "front_context", "life_situation_context", "municipality_context"]
