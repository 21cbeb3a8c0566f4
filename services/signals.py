"""What this room tells the others, inside the transaction that changed it."""

from django.dispatch import Signal

# Sent with `translation_keys` (a set of UUIDs) whenever what a visitor sees of these entries may
# have changed, in any language, by a save, a delete or an action.
entry_changed = Signal()

# The same of organisations.
organisation_changed = Signal()
