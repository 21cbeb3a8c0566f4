"""Public addresses of the directory, beside its pages."""

from django.urls import URLPattern, URLResolver, path

from services.views.permanent import permanent_entry

urlpatterns: list[URLPattern | URLResolver] = [
    path("e/<str:identifier>/", permanent_entry, name="permanent_entry"),
]
