"""A subscription: an address that is told about every change."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from api.webhooks import addresses, signing


class Subscription(models.Model):
    """Somebody's system that wants to know when entries change."""

    name = models.CharField(_("name"), max_length=100, help_text=_("Whose system it is."))
    url = models.URLField(
        _("address"),
        max_length=500,
        help_text=_("Messages are sent here. It begins with https:// and is public."),
    )
    active = models.BooleanField(
        _("active"),
        default=True,
        help_text=_("While it is off, changes are neither sent nor kept for later."),
    )
    secret = models.CharField(max_length=100, default=signing.new_secret, editable=False)

    panels = [FieldPanel("name"), FieldPanel("url"), FieldPanel("active")]

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse an address that nothing may be sent to; one that is off may stay as it was."""
        super().clean()
        if not self.active or not self.url:
            return
        try:
            addresses.resolve(self.url)
        except ValidationError as error:
            raise ValidationError({"url": error}) from error
