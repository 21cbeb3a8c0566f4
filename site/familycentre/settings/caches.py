"""Where each process, and all of them together, remember what can be made again."""

from typing import Any, Final

from environs import Env

from familycentre.settings.paths import VAR

# So many pages at most are files. Past it a third is thrown away.
MOST_PAGES: Final = 4000
REDIS: Final = "django.core.cache.backends.redis.RedisCache"
QUIET_REDIS: Final = "services.redis_cache.QuietRedisCache"
# A server that is gone keeps nobody waiting for longer (seconds).
REDIS_OPTIONS: Final = {"socket_connect_timeout": 1, "socket_timeout": 1}


def caches(env: Env) -> dict[str, Any]:
    """Django's CACHES: all of them at CACHE_URL, or else on this machine."""
    configured = {
        "default": env.dj_cache_url("CACHE_URL", "locmem://"),
        # What every process of a machine sees, without a cache server too.
        "shared": env.dj_cache_url("CACHE_URL", f"file://{VAR / 'cache'}"),
        # Public pages, many and renewable: what is shared must not give way to them.
        "responses": env.dj_cache_url(
            "CACHE_URL", f"file://{VAR / 'responses'}?max_entries={MOST_PAGES}"
        ),
    }
    for cache in configured.values():
        if cache["BACKEND"] == REDIS:
            cache["OPTIONS"] = {**REDIS_OPTIONS, **cache.get("OPTIONS", {})}
    if configured["default"]["BACKEND"] == REDIS:
        # Wagtail asks it, and expects an answer.
        configured["default"]["BACKEND"] = QUIET_REDIS
    return configured
