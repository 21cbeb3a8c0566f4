"""Who is told, and what they were told."""

from api.webhooks.models.delivery import Delivery, Event, Outcome, State
from api.webhooks.models.subscription import Subscription

__all__ = ["Delivery", "Event", "Outcome", "State", "Subscription"]
