"""Who works on which organisation: the group made together with it."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class OrganisationAccess(models.Model):
    """Ties an organisation (by translation key) to its staff group and its media collection."""

    translation_key = models.UUIDField(primary_key=True)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="organisation")
    collection = models.OneToOneField(Collection, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("organisation's access")

    def __str__(self) -> str:
        return str(self.group)
