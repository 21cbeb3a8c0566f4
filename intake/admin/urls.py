"""Addresses of the imports, below the admin's own."""

from django.urls import path

from intake.admin import batch_views, decision_views, ownership_views

urlpatterns = [
    path("intake/", batch_views.ImportListView.as_view(), name="imports"),
    path("intake/new/", batch_views.NewImportView.as_view(), name="new_import"),
    path("intake/<int:pk>/", batch_views.ImportView.as_view(), name="import"),
    path("intake/<int:pk>/run/", batch_views.RunImportView.as_view(), name="run_import"),
    path("intake/<int:pk>/again/", batch_views.ReadAgainView.as_view(), name="read_import_again"),
    path("intake/<int:pk>/undo/", batch_views.UndoImportView.as_view(), name="undo_import"),
    path(
        "intake/duplicates/", decision_views.DuplicateListView.as_view(), name="import_duplicates"
    ),
    path(
        "intake/duplicates/<int:pk>/", decision_views.DecideView.as_view(), name="decide_duplicate"
    ),
    path(
        "intake/differences/",
        decision_views.DifferenceListView.as_view(),
        name="import_differences",
    ),
    path("intake/vanished/", decision_views.VanishedListView.as_view(), name="import_vanished"),
    path(
        "intake/vanished/<int:pk>/",
        decision_views.UnpublishVanishedView.as_view(),
        name="unpublish_vanished",
    ),
    path(
        "intake/pages/<int:page_id>/take-over/<path:name>/",
        ownership_views.TakeOverView.as_view(),
        name="take_over",
    ),
    path(
        "intake/pages/<int:page_id>/give-back/<path:name>/",
        ownership_views.GiveBackView.as_view(),
        name="give_back",
    ),
]
