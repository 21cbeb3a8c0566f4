"""What subscribers get: small signed messages that say which entry to ask for."""

import json
from typing import Any, Final

from wagtail.models import Site

from api.directory.moments import written
from api.webhooks.models import Delivery
from api.webhooks.signing import signature
from services import clock

ENTRY_PATH: Final = "/api/directory/entries/"


def body(delivery: Delivery) -> bytes:
    """Return the message as JSON, the same at every attempt."""
    return json.dumps(
        {
            "type": delivery.event,
            "timestamp": written(delivery.occurred_at),
            "data": _data(delivery),
        },
        separators=(",", ":"),
    ).encode()


def headers(delivery: Delivery, body: bytes) -> dict[str, str]:
    """Return a message's headers, signed at this moment."""
    message_id = f"msg_{delivery.pk.hex}"
    timestamp = int(clock.now().timestamp())
    secret = delivery.subscription.secret
    return {
        "content-type": "application/json",
        "user-agent": "familycentre-webhooks",
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": signature(secret, message_id, timestamp, body),
    }


def _data(delivery: Delivery) -> dict[str, Any]:
    if delivery.translation_key is None:
        return {}
    root = Site.objects.get(is_default_site=True).root_url
    return {
        "id": str(delivery.translation_key),
        "url": f"{root}{ENTRY_PATH}{delivery.translation_key}",
    }
