"""Views for editors: importing, deciding, taking over."""
