"""The embedded head: listings for other websites, fed by the directory API alone."""
