"""Listeners between rooms that must not know each other: each calls one function."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from home.demo.signals import demo_loaded, demo_removed
from search.learning.demo import load_searches, remove_searches


@receiver(demo_loaded, dispatch_uid="demo.searches")
def searches_come_with_the_demo(today: date, **kwargs: Any) -> None:
    """Give coordinators something to look at."""
    load_searches(today)


@receiver(demo_removed, dispatch_uid="demo.searches")
def searches_go_with_the_demo(**kwargs: Any) -> None:
    """Take it away."""
    remove_searches()
