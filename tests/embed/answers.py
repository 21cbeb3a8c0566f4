"""Answers as the directory API gives them, written by hand; with `lang`, every text is a string."""

from typing import Any

SITE = "https://familycentre.example"
CAFE = "11111111-1111-4111-8111-111111111111"
PARISH = "22222222-2222-4222-8222-222222222222"
WORDS = {
    "fi": {"title": "Perhekahvila", "summary": "Kahvia ja juttuseuraa.", "place": "Seurakuntatalo"},
    "sv": {"title": "Familjecafé", "summary": "Kaffe och sällskap.", "place": "Församlingshemmet"},
}
LABELS = {
    "fi": {"meeting_place": "Kohtaamispaikka", "598": "Pietarsaari", "599": "Pedersöre"},
    "sv": {"meeting_place": "Mötesplats", "598": "Jakobstad", "599": "Pedersöre"},
}
LISTS = {
    "kind": ["service", "support_form", "peer_group", "meeting_place"],
    "municipality": ["598", "599"],
    "area": [],
    "theme": ["sleep", "separation"],
    "life_stage": ["baby"],
    "audience": ["families"],
    "language": ["fi", "sv"],
    "sector": ["parish"],
    "channel": ["phone", "chat", "email", "walk_in"],
    "group_type": ["peer"],
    "cost": ["free"],
}


def codes(lang: str) -> dict[str, Any]:
    """All code lists; a code without words of its own is its own label."""
    return {
        name: [{"code": code, "label": LABELS[lang].get(code, code)} for code in values]
        for name, values in LISTS.items()
    }


def organisation(lang: str) -> dict[str, Any]:
    """An organisation as entries and lists name it."""
    title = {"fi": "Pietarsaaren seurakunta", "sv": "Jakobstads församling"}[lang]
    return {"id": PARISH, "title": title, "sector": "parish", "url": f"{SITE}/{lang}/e/{PARISH}/"}


def place(lang: str) -> dict[str, Any]:
    """An address."""
    return {
        "id": PARISH,
        "owner": "organisation",
        "name": WORDS[lang]["place"],
        "street": "Ebba Brahen esplanadi 2" if lang == "fi" else "Ebba Brahe-esplanaden 2",
        "postcode": "68600",
        "municipality": "598",
        "latitude": 63.67,
        "longitude": 22.7,
        "access": "",
    }


def meeting(day: int = 24, hour: int = 12, **changed: Any) -> dict[str, Any]:
    """A meeting on a day of November 2026, two hours long."""
    return {
        "starts_at": f"2026-11-{day}T{hour:02}:00:00+02:00",
        "ends_at": f"2026-11-{day}T{hour + 2:02}:00:00+02:00",
        "cancelled": False,
        "moved": False,
        "reason": "",
        **changed,
    }


def meeting_of_entry(lang: str, **changed: Any) -> dict[str, Any]:
    """A meeting with what a list shows of its entry."""
    return {
        **meeting(),
        "entry": CAFE,
        "kind": "peer_group",
        "group_type": "peer",
        "title": WORDS[lang]["title"],
        "content_language": lang,
        "url": f"{SITE}/{lang}/e/{CAFE}/",
        "organisation": organisation(lang),
        "place": place(lang),
        "municipalities": ["598"],
        "whole_region": False,
        **changed,
    }


def phone(**changed: Any) -> dict[str, Any]:
    """A number to call."""
    return {
        "kind": "phone",
        "value": "+35865550101",
        "display_value": "06 555 0101",
        "href": "tel:+35865550101",
        "label": "",
        "note": "",
        "languages": [],
        "opening_hours": "",
        "state": None,
        "of_organisation": False,
        **changed,
    }


def entry(lang: str, **changed: Any) -> dict[str, Any]:
    """A meeting place with all that its page shows."""
    return {
        "id": CAFE,
        "kind": "meeting_place",
        "url": f"{SITE}/{lang}/e/{CAFE}/",
        "content_language": lang,
        "languages_available": ["fi", "sv"],
        "title": WORDS[lang]["title"],
        "summary": WORDS[lang]["summary"],
        "body_html": "<p>Tule sellaisena kuin olet.</p>",
        "easy_text": "",
        "organisation": organisation(lang),
        "partners": [],
        "municipalities": ["598"],
        "whole_region": False,
        "audiences": ["families"],
        "life_stages": ["baby"],
        "themes": ["sleep"],
        "languages": ["fi", "sv"],
        "interpreter": False,
        "cost": "free",
        "cost_text": "",
        "registration": "",
        "low_threshold": True,
        "group_type": None,
        "capacity": None,
        "channels": [phone()],
        "place": place(lang),
        "held_at": None,
        "opening_hours": "",
        "state": None,
        "schedule": [],
        "meetings": [meeting()],
        "image": None,
        "keywords": "",
        "last_confirmed_on": "2026-11-02",
        "source": "manual",
        "is_demo": False,
        "changed_at": "2026-11-20T10:00:00+02:00",
        **changed,
    }


def page(items: list[dict[str, Any]], **changed: Any) -> dict[str, Any]:
    """A page of a list."""
    return {"items": items, "total": len(items), "next": None, **changed}
