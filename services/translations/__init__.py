"""What wagtail-localize leaves to us: facts that flow, and a gate for half translations."""
