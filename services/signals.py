"""What this room tells the others."""

from django.dispatch import Signal

# Sent inside the transaction with `translation_key` (UUID) whenever what a visitor sees of an
# entry may have changed, in any language, by a save, a delete or an action.
entry_changed = Signal()
