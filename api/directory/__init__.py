"""The directory API: /api/directory/."""
