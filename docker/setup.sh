#!/bin/sh
# Runs once before the site starts: the database fits this image, the proxy has its static files.
set -eu
python manage.py migrate --verbosity 1
# The last version's files stay: pages that people have open still ask for them.
cp -R "$STATIC_ROOT/." /srv/static/
