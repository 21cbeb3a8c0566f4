"""The form of a new import."""

from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE


class UploadForm(forms.Form):
    """One file of the national service catalogue."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A .json file of the catalogue's open interface (version 11), or a .zip of such "
            "files. At most 20 MB."
        ),
        max_length=120,
        widget=forms.ClearableFileInput(attrs={"accept": ".json,.zip"}),
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what can't be an export, saying the file's name: the browser forgets it."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        name = file.name or ""
        suffix = Path(name).suffix.lower()
        if suffix not in {".json", ".zip"}:
            raise _refused(_("“%(name)s” is neither a .json nor a .zip file."), name)
        if (file.size or 0) > LARGEST_FILE:
            raise _refused(
                _("“%(name)s” is larger than 20 MB. Divide it, or pack it as a .zip."), name
            )
        return file


def _refused(message: str, name: str) -> ValidationError:
    return ValidationError(message, params={"name": name})
