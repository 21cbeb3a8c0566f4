"""Signatures are those of the Standard Webhooks specification."""

import base64

from api.webhooks.signing import new_secret, signature


def test_a_signature_is_what_others_compute() -> None:
    """Computed with `openssl dgst -sha256 -mac HMAC` over the same bytes."""
    secret = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
    assert signature(secret, "msg_1", 1674087231, b'{"type":"test"}') == (
        "v1,Tu5heMcG9WyqE7KROTBurKPa850Uae9+S4cdrA2r9Mw="
    )


def test_secrets_differ_and_are_long_enough() -> None:
    first, second = new_secret(), new_secret()
    assert first != second
    assert first.startswith("whsec_")
    assert 24 <= len(base64.b64decode(first.removeprefix("whsec_"))) <= 64
