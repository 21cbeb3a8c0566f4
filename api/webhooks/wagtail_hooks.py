"""What webhooks add to Wagtail's admin."""

from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from api.webhooks.admin.viewsets import DeliveryViewSet, SubscriptionViewSet


@hooks.register("register_admin_viewset")
def webhook_viewsets() -> list[ModelViewSet]:
    """Add webhooks and their messages to the settings."""
    return [SubscriptionViewSet(), DeliveryViewSet()]
