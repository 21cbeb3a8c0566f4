"""What the directory tells others, inside the transaction that changed it."""

from django.dispatch import Signal

# Sent with `kind` (a RecordKind), `changed` and `deleted` (sets of UUIDs) after records have been
# written: only of what now says something else than before.
directory_changed = Signal()
