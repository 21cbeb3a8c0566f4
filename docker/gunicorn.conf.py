"""How gunicorn serves the site, in the container and on a developer's machine alike."""

import os
from pathlib import Path
from threading import Thread

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

# A page is Python's work for most of its time, so one worker per core keeps the cores busy; past
# eight, memory is better spent on caches, and on a second machine.
_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
workers = int(os.environ.get("WEB_CONCURRENCY", max(2, min(_cores, 8))))

# Threads wait for the database, and for slow phones: browsers open connections before they need
# them, and a few idle ones would stop every worker of the kind that serves one at a time. Each
# thread may hold a connection to PostgreSQL: workers × threads × machines is what it must allow.
worker_class = "gthread"
threads = 8

# Each worker loads the site itself: a forked copy would share what was opened while loading, and a
# reload could not bring new code in.
preload_app = False

# Workers are renewed now and then, not all at once, so that no slow leak grows for months.
max_requests = 5_000
max_requests_jitter = 1_000

timeout = 30  # seconds without a sign of life before a worker is replaced
graceful_timeout = 20  # seconds that requests under way get when the site is stopped
keepalive = 5  # seconds that a proxy's connection waits for its next request

# Workers prove by a file that they live; a slow disk must not make them look dead.
if Path("/dev/shm").is_dir():  # noqa: S108 - Linux's shared memory, not a temporary folder
    worker_tmp_dir = "/dev/shm"  # noqa: S108

# Who looks for help is nobody's business: the access log, with its addresses, is off unless asked
# for (ACCESS_LOG=1). Errors go to standard error, where a container's log takes them.
accesslog = "-" if os.environ.get("ACCESS_LOG") == "1" else None
errorlog = "-"

# Nobody steers a running server from outside: signals are enough.
control_socket_disable = True


def post_worker_init(worker: object) -> None:
    """Load the search beside a new worker's first requests, and keep writing what it counts."""
    from search.learning.writing import write_forever
    from search.warming import warm_up

    Thread(target=warm_up, daemon=True).start()
    Thread(target=write_forever, daemon=True).start()


def worker_exit(server: object, worker: object) -> None:
    """Write what a worker has counted and not written yet; one that ends unready has nothing."""
    from django.apps import apps

    if apps.ready:
        from search.learning.writing import write_counts

        write_counts()
