"""Listings for other websites: a small Flask app that is fed by the directory API alone."""
