"""Redis for those who don't expect it to be away, such as Wagtail."""

from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache

from services.caching import sparing


class QuietRedisCache(RedisCache):
    """Knows nothing while its server is away, instead of failing."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        """Take the address and the options that Django's own takes."""
        super().__init__(server, params)
        self._place = str(server)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return what is there, or the default."""
        return self._ask(super().get, key, default, version, otherwise=default)

    def get_many(self, keys: Any, version: int | None = None) -> Any:
        """Return what is there of many."""
        return self._ask(super().get_many, keys, version, otherwise={})

    def add(self, *given: Any, **named: Any) -> bool:
        """Tell whether it was put there."""
        return bool(self._ask(super().add, *given, **named))

    def set(self, *given: Any, **named: Any) -> None:
        """Put it there."""
        self._ask(super().set, *given, **named)

    def set_many(self, *given: Any, **named: Any) -> list[Any]:
        """Put many there."""
        return list(self._ask(super().set_many, *given, otherwise=[], **named))

    def delete(self, *given: Any, **named: Any) -> bool:
        """Tell whether it was there."""
        return bool(self._ask(super().delete, *given, **named))

    def delete_many(self, *given: Any, **named: Any) -> None:
        """Take many away."""
        self._ask(super().delete_many, *given, **named)

    def _ask(
        self, ask: Callable[..., Any], *given: Any, otherwise: Any = None, **named: Any
    ) -> Any:
        answer = sparing(self._place, lambda: ask(*given, **named))
        return otherwise if answer is None else answer
