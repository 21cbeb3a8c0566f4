"""The site as its users meet it: a real Chromium before a real gunicorn with the demo region."""
