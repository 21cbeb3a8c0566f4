"""The lists and forms of webhooks and their messages."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from api.webhooks.admin.actions import SecretView, SendAgainView, TestView
from api.webhooks.admin.permissions import WrittenByTheSite
from api.webhooks.models import Delivery, Subscription
from api.webhooks.models.delivery import DeliveryQuerySet


class SubscriptionAdded(generic.CreateView):
    """A new webhook's next step is its secret."""

    def get_success_url(self) -> str:
        """Go on to the secret."""
        return reverse("webhooks:secret", args=[self.object.pk])


class SubscriptionEdit(generic.EditView):
    """A webhook's form, with what else can be done with it."""

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Offer a test message and a new secret."""
        pk = self.object.pk
        return [
            *super().header_more_buttons,
            Button(_("Send a test message"), reverse("webhooks:test", args=[pk]), icon_name="mail"),
            Button(_("Make a new secret"), reverse("webhooks:secret", args=[pk]), icon_name="key"),
        ]


class SubscriptionViewSet(ModelViewSet):
    """Webhooks."""

    model = Subscription
    name = "webhooks"
    icon = "link"
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    menu_order = 900
    list_display = ("name", "url", "active")
    add_view_class = SubscriptionAdded
    edit_view_class = SubscriptionEdit

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the two actions."""
        return [
            *super().get_urlpatterns(),
            path("secret/<int:pk>/", SecretView.as_view(), name="secret"),
            path("test/<int:pk>/", TestView.as_view(), name="test"),
        ]


class DeliveryList(generic.IndexView):
    """Messages, the newest first."""

    def get_base_queryset(self) -> DeliveryQuerySet:
        """Take the entries' titles along."""
        messages: DeliveryQuerySet = super().get_base_queryset()
        return messages.select_related("subscription").with_titles()

    def get_list_more_buttons(self, instance: Delivery) -> list[Any]:
        """Offer to send a message again to those who keep its webhook."""
        buttons: list[Any] = super().get_list_more_buttons(instance)
        if self.request.user.has_perm("webhooks.change_subscription"):
            url = reverse("webhook_messages:again", args=[instance.pk])
            buttons.append(MenuItem(_("Send again"), url=url, icon_name="redirect", priority=10))
        return buttons


class DeliveryViewSet(ModelViewSet):
    """Messages."""

    model = Delivery
    name = "webhook_messages"
    icon = "mail"
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    menu_order = 901
    form_fields: list[str] = []
    index_view_class = DeliveryList
    permission_policy = WrittenByTheSite(Delivery)
    list_display = (
        "occurred_at",
        Column("title", label=gettext_lazy("Entry")),
        "event",
        "subscription",
        "state",
        "attempts",
        "outcome",
    )
    list_filter = ("state", "subscription")

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the action."""
        again = path("again/<uuid:pk>/", SendAgainView.as_view(), name="again")
        return [*super().get_urlpatterns(), again]
