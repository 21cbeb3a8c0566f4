"""What families ask, by what makes it hard to answer."""

from typing import Final

from search.query import SearchQuery

WORDS: Final[dict[str, dict[str, list[str]]]] = {
    "one word": {
        "fi": ["neuvola", "perhekahvila", "kerho", "imetys"],
        "sv": ["rådgivning", "familjecafé", "klubb", "amning"],
    },
    "inflected": {
        "fi": ["äitiysneuvolassa", "perhekahviloihin", "nuorisotaloilta", "velkaantuneille"],
        "sv": ["familjecaféerna", "skolkuratorer", "ungdomsgården", "föräldragruppernas"],
    },
    "compound": {
        "fi": ["vauva kahvila", "vertaistukiryhmä", "lasten vaate kirppis", "iltapäiväkerho"],
        "sv": ["barn rådgivning", "kamratstödsgrupp", "språk café", "eftermiddagsklubb"],
    },
    "misspelt": {
        "fi": ["perheneuvontta", "kuratori", "toimeentulotuen hakemine", "varhaiskavsatus"],
        "sv": ["familjecafe", "barnradgivning", "ungdomsmotagning", "socialhandledere"],
    },
    "everyday phrase": {
        "fi": [
            "vauva valvottaa öisin",
            "mistä apua kun rahat loppu",
            "minua lyödään kotona",
            "en jaksa enää lapsen kanssa",
        ],
        "sv": [
            "mitt barn blir retat i skolan",
            "tonårsdottern är deppig",
            "orkar inte med hushållet",
            "vi bråkar hela tiden om pengar",
        ],
    },
    "place and thing": {
        "fi": ["perhekahvila uusikaarlepyy", "neuvola pietarsaari", "kuraattori pedersöre"],
        "sv": ["öppet daghem nykarleby", "familjecafé larsmo", "eftis jakobstad"],
    },
}
FILTERS: Final[dict[str, list[dict[str, tuple[str, ...]]]]] = {
    "a filter": [{"kind": ("peer_group",)}, {"municipality": ("598",)}, {"free": ("1",)}],
    "two filters": [
        {"kind": ("peer_group", "meeting_place"), "municipality": ("440",)},
        {"life_stage": ("baby",), "language": ("sv",)},
    ],
}


def questions() -> dict[str, list[SearchQuery]]:
    """Return the questions of each kind; words together with filters are a kind as well."""
    asked = {
        kind: [SearchQuery(text, code) for code, texts in several.items() for text in texts]
        for kind, several in WORDS.items()
    }
    narrowed = {
        kind: [SearchQuery("", code, filters) for filters in several for code in ("fi", "sv")]
        for kind, several in FILTERS.items()
    }
    both = [
        SearchQuery(query.text, query.language, FILTERS["a filter"][1])
        for query in asked["compound"]
    ]
    return {**asked, **narrowed, "words and a filter": both}
