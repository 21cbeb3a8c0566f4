"""The pages of imports as a browser uses them, and who presses their buttons."""

import json
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse

from intake.models import ImportBatch


def upload(client: Client, content: bytes, name: str = "ptv.json") -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(reverse("new_import"), {"file": SimpleUploadedFile(name, content)})


def read(client: Client, content: list[dict[str, Any]]) -> ImportBatch:
    """Upload records and return the import that was read."""
    response = upload(client, json.dumps(content).encode())
    assert response.status_code == 302
    return ImportBatch.objects.get(pk=response["Location"].rstrip("/").rsplit("/", 1)[1])


def press(client: Client, view: str, batch: ImportBatch) -> Any:
    """Send the button's form; the batch is as it is stored then."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(reverse(view, args=[batch.pk]))
    batch.refresh_from_db()
    return response


def page(client: Client, batch: ImportBatch) -> str:
    return client.get(reverse("import", args=[batch.pk])).content.decode()
