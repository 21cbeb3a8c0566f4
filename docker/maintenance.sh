#!/bin/sh
# The scheduled commands: some every five minutes, the others at start and every night at three.
# One that fails says so in the log, and has its next turn.
set -u
night=
while :; do
  python manage.py publish_scheduled
  python manage.py deliver_webhooks
  last_night=$(date --date '3 hours ago' +%F)
  if [ "$night" != "$last_night" ]; then
    night=$last_night
    python manage.py rebuild_meetings
    python manage.py sync_facts
    python manage.py search_index sync
    python manage.py prune_db_task_results
    python manage.py prune_search_counts
  fi
  touch /tmp/round-done  # the health check looks how old it is
  sleep 300
done
