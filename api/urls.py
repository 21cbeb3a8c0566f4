"""Addresses of the headless side."""

from django.urls import URLPattern, URLResolver, path

from api.pages import router

urlpatterns: list[URLPattern | URLResolver] = [path("v2/", router.urls)]
