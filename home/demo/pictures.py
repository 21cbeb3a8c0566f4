"""The demo's pictures as Wagtail images: drawn when first needed, shared by all that use them."""

from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images.models import Image
from wagtail.models import Collection

from home.demo.drawing import MOTIFS
from home.demo.drawing.canvas import TONES, Canvas
from home.demo.keys import key_of
from home.demo.record import Record

COLLECTION = "Demokuvat / Demobilder"
TITLES = {
    "cafe": "Kahvikuppi / Kaffekopp",
    "hands": "Kaksi kättä / Två händer",
    "house": "Talo / Hus",
    "playground": "Keinut / Gungor",
    "phone": "Puhelin / Telefon",
    "group": "Ihmisiä yhdessä / Människor tillsammans",
    "book": "Avoin kirja / En öppen bok",
    "baby": "Vaunut / Barnvagn",
    "heart": "Sydän / Hjärta",
    "walk": "Polku / En stig",
}


class Pictures:
    """Finds or draws the picture of an organisation or an entry."""

    def __init__(self) -> None:
        self._images = {image.title: image for image in demo_images()}

    def for_record(self, record: Record) -> Image | None:
        """Return the picture that a record asks for, in a tone that its code decides."""
        part = record.part("image")
        if part is None:
            return None
        motif = part.code("motif", MOTIFS)
        tones = list(TONES)
        tone = tones[key_of("tone", record.need("code", str)).int % len(tones)]
        title = f"{TITLES[motif]} ({tone})"
        if title not in self._images:
            self._images[title] = _draw(motif, tone, title)
        return self._images[title]


def demo_images() -> "list[Image]":
    """Return the pictures drawn so far."""
    return list(Image.objects.filter(collection__name=COLLECTION))


def _draw(motif: str, tone: str, title: str) -> Image:
    canvas = Canvas(TONES[tone])
    MOTIFS[motif](canvas)
    file = ImageFile(BytesIO(canvas.jpeg()), name=f"demo-{motif}-{tone}.jpg")
    image = Image(title=title, file=file, collection=_collection())
    _forget_file(image)
    image.save()
    return image


def _collection() -> Collection:
    existing = Collection.objects.filter(name=COLLECTION).first()
    return existing or Collection.get_first_root_node().add_child(name=COLLECTION)


def _forget_file(image: Image) -> None:
    """A load that was interrupted leaves files behind whose rows were rolled back."""
    name = image.file.field.generate_filename(image, image.file.name)
    image.file.storage.delete(name)
