"""A concept of the thesaurus, as coordinators keep it."""

from random import SystemRandom
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.models.wordings import WordingsField
from services import clock
from services.codes import LifeStage
from services.fields import CodeListField
from services.models.code import theme_choices

LARGEST_STAMP: Final = 2**31 - 1


def new_stamp() -> int:
    """Return the number of a new state."""
    return SystemRandom().randrange(LARGEST_STAMP)


class ThesaurusConcept(models.Model):
    """What families and officials call the same thing, in each language.

    `stamp` is another random number after each save, so that the sum of all tells whether anything
    was added, changed or deleted, in whatever order transactions end.
    """

    code = models.SlugField(
        _("code"),
        primary_key=True,
        max_length=80,
        help_text=_("A short name in English, such as “baby-sleep”. It never changes."),
    )
    terms = WordingsField(
        _("terms"),
        default=dict,
        help_text=_(
            "The words that services use, one a line and the most usual one first. Whoever asks "
            "for this concept finds the entries that have one of them."
        ),
    )
    everyday = WordingsField(
        _("everyday wordings"),
        default=dict,
        blank=True,
        help_text=_(
            "What families type, one wording a line: short, in their own words, such as “the baby "
            "doesn't sleep”. Whoever types most of the words of a wording means this concept; in "
            "which form or order doesn't matter."
        ),
    )
    broader = CodeListField(
        _("broader concepts"),
        codes=(),
        help_text=_("What this is a kind of. One a line: the code or a term of the concept."),
    )
    related = CodeListField(
        _("related concepts"),
        codes=(),
        help_text=_(
            "What may help too; it is shown further down. One a line: the code or a term of the "
            "concept."
        ),
    )
    themes = CodeListField(_("themes"), codes=theme_choices)
    life_stages = CodeListField(_("age of the child"), codes=LifeStage.choices)
    urgent = models.BooleanField(
        _("urgent"),
        default=False,
        help_text=_(
            "Somebody may be in danger: the numbers to call are shown above everything else. Mark "
            "only harm to oneself, violence and acute danger."
        ),
    )
    note = models.TextField(_("note for editors"), blank=True)
    changed_at = models.DateTimeField(_("changed"), default=clock.now, editable=False)
    stamp = models.PositiveIntegerField(default=new_stamp, editable=False)

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        ordering = ["code"]

    def __str__(self) -> str:
        return next((words[0] for words in self.terms.values() if words), self.code)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save as a new state."""
        self.changed_at = clock.now()
        self.stamp = new_stamp()
        super().save(*args, **kwargs)
