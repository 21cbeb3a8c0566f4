"""Views, forms and menus for editors beside Wagtail's own page editor."""
