"""Webhooks in the admin's settings: for administrators; coordinators see the messages."""
