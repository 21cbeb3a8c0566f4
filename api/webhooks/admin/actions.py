"""What can be done with a webhook or a message beside editing: a page that says what, a button."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages

from api.webhooks.delivering import send_test
from api.webhooks.models import Delivery, State, Subscription
from api.webhooks.outbox import send_again
from api.webhooks.signing import new_secret


class ActionView(View):
    """Says what a button does, and has it done by those who keep webhooks."""

    title: ClassVar[Promise]
    lead: ClassVar[Promise]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse everybody else."""
        if not request.user.has_perm("webhooks.change_subscription"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Show what it does."""
        context = {"page_title": self.title, "lead": self.lead}
        return render(request, "webhooks/admin/action.html", context)


class SecretView(ActionView):
    """Makes a webhook's secret, and shows it this once."""

    title = gettext_lazy("Make a new secret")
    lead = gettext_lazy(
        "The receiver needs the secret to check that messages come from this site. It is shown "
        "once, right after it is made. An earlier secret stops working at once."
    )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make it and show it."""
        subscription = get_object_or_404(Subscription, pk=pk)
        subscription.secret = new_secret()
        subscription.save(update_fields=["secret"])
        context = {"page_title": _("The secret"), "subscription": subscription}
        return render(request, "webhooks/admin/secret.html", context)


class TestView(ActionView):
    """Sends a test message."""

    title = gettext_lazy("Send a test message")
    lead = gettext_lazy("The message says that it is a test. You see at once what came of it.")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send it and say what came of it."""
        delivery = send_test(get_object_or_404(Subscription, pk=pk))
        say = messages.success if delivery.state == State.DELIVERED else messages.error
        say(request, delivery.get_outcome_display())
        return redirect("webhook_messages:index")


class SendAgainView(ActionView):
    """Sends a message again."""

    title = gettext_lazy("Send again")
    lead = gettext_lazy("The message is sent again within a minute, with the same id as before.")

    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Put it among what is due."""
        send_again(get_object_or_404(Delivery, pk=pk))
        messages.success(request, _("The message is on its way again."))
        return redirect("webhook_messages:index")
