#!/bin/sh
# Serves the prepared demo on this machine; `make run` calls it.
set -eu

if [ "$SEARCH_ENGINE" = elasticsearch ] && [ -z "${ELASTICSEARCH_URL:-}" ]; then
  # Starts this script again, with ELASTICSEARCH_URL set, and stops the server after it.
  exec .venv/bin/python -m tests.servers.elasticsearch "$0"
fi
if [ "$SEARCH_ENGINE" = elasticsearch ]; then
  .venv/bin/python manage.py search_index rebuild
fi

cat <<EOF

  http://127.0.0.1:$PORT/        the site
  http://127.0.0.1:$PORT/admin/  its editors: administrator, coordinator, communicator, staff; password: demo

EOF
exec .venv/bin/gunicorn --config docker/gunicorn.conf.py familycentre.wsgi
