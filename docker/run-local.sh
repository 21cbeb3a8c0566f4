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

export EMBED_PORT="${EMBED_PORT:-8001}"
export EMBED_URL="${EMBED_URL:-http://127.0.0.1:$EMBED_PORT}"
export EMBED_SITES="${EMBED_SITES:-http://127.0.0.1:*,http://localhost:*}"
export EMBED_CACHE="${EMBED_CACHE:-${FAMILYCENTRE_VAR:-var}/embed}"
export DIRECTORY_URL="${DIRECTORY_URL:-http://127.0.0.1:$PORT}"

cat <<EOF

  http://127.0.0.1:$PORT/             the site
  http://127.0.0.1:$PORT/admin/       its editors: administrator, coordinator, communicator, staff; password: demo
  http://127.0.0.1:$EMBED_PORT/             lists for other websites: where their code is composed
  http://127.0.0.1:$EMBED_PORT/demo/        an invented municipality's website that shows them

EOF

.venv/bin/gunicorn --config docker/gunicorn.conf.py familycentre.wsgi &
site=$!
.venv/bin/gunicorn --config docker/gunicorn.embed.conf.py embed.wsgi &
embed=$!
.venv/bin/python manage.py deliver_webhooks --forever &
webhooks=$!
stop() {
  trap '' INT TERM HUP
  kill "$site" "$embed" "$webhooks" 2>/dev/null || true
  wait
}
trap 'stop; exit 130' INT TERM HUP

# Waiting for a pause, and not pausing, lets a signal through at once and sees who has ended.
while kill -0 "$site" 2>/dev/null && kill -0 "$embed" 2>/dev/null; do
  sleep 1 &
  wait $! || true
done
if kill -0 "$site" 2>/dev/null; then
  echo "· The lists for other websites have stopped, so the site is stopped too." >&2
else
  echo "· The site has stopped, so the lists for other websites are stopped too." >&2
fi
stop
exit 1
