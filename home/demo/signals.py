"""What other rooms may add to the demo, and take away with it."""

from django.dispatch import Signal

# Inside the transaction, once everything stands; `today` is the day that its dates lie around.
demo_loaded = Signal()
demo_removed = Signal()
