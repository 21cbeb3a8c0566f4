"""What stands on every page: the site's name, its footer and the numbers that answer at once."""

from wagtail.models import Site

from home.demo.record import Record
from home.models import HelpNumber, SiteTexts
from services.codes import ServiceLanguage


def load_site_texts(front: Record, numbers: list[Record]) -> None:
    """Fill the site's texts where they are empty; what a coordinator wrote stays."""
    help_numbers = [_help_number(record, order) for order, record in enumerate(numbers)]
    name, footer, notice = (front.texts(key) for key in ("title", "footer_text", "demo_notice"))
    texts = SiteTexts.for_site(Site.objects.get(is_default_site=True))
    if texts.name:
        return
    texts.name, texts.footer, texts.notice = name, footer, notice
    texts.help_numbers = help_numbers
    texts.full_clean()
    texts.save()


def _help_number(record: Record, order: int) -> HelpNumber:
    return HelpNumber(
        sort_order=order,
        number=record.need("number", str),
        label=record.texts("label"),
        note=record.texts("note"),
        opening_hours=record.text("hours"),
        languages=", ".join(record.codes("languages", ServiceLanguage.values)),
        urgent=record.get("urgent", bool, default=False),
    )
