"""An organisation of the catalogue as an organisation here."""

from intake.importing.wanted import Values, Wanted
from intake.ptv import usable
from intake.ptv.channels import ChannelRows
from intake.ptv.languages import kept
from intake.ptv.places import place
from intake.ptv.records import Contact, Organisation
from intake.ptv.texts import body, plain, shorten
from services.codes import ChannelKind, Sector

SECTORS: dict[str, Sector] = {
    "State": Sector.STATE,
    "Municipality": Sector.MUNICIPALITY,
    "RegionalOrganization": Sector.COUNTY,
    "Region": Sector.COUNTY,
    "SotePublic": Sector.COUNTY,
    "WellbeingServicesCounty": Sector.COUNTY,
    "Organization": Sector.ASSOCIATION,
    "Company": Sector.COMPANY,
    "SotePrivate": Sector.COMPANY,
}
# The catalogue has no word for parishes: they are organisations by another name.
PARISHES = ("seurakunta", "församling")
TITLE, LINE, LONGEST_WEBSITE = 255, 200, 200


def organisation(record: Organisation, *, file: str) -> Wanted:
    """Return what an organisation is to be here."""
    rows = ChannelRows()
    for phone in record.phones:
        rows.add(record.id, ChannelKind.PHONE, phone.value, phone.label)
    for email in record.emails:
        rows.add(record.id, ChannelKind.EMAIL, email.value, email.label)
    languages = kept(record.names)
    visiting = record.visiting
    known = [*record.serves.municipalities]
    if visiting and visiting.municipality:
        known.append(visiting.municipality)
    facts: Values = {
        "sector": _sector(record).value,
        "municipalities": _serves(record),
        "website": _website(record, rows, languages),
        "place": place(visiting, {}) if visiting else None,
        **rows.rows,
    }
    return Wanted(
        external_id=record.id,
        file=file,
        texts={language: _texts(record, language) for language in languages},
        facts={name: value for name, value in facts.items() if value},
        municipalities={row.code: row.names for row in known},
        other_languages=tuple(code for code in record.names if code not in languages),
        remarks=tuple(rows.remarks),
    )


def _texts(record: Organisation, language: str) -> Values:
    description = record.description.get(language, "")
    # A long description without a summary stands in the text alone, not half of it above as well.
    is_short = len(plain(description)) <= LINE
    summary = shorten(record.summary.get(language) or (description if is_short else ""), LINE)
    says_more = plain(description) != summary
    texts = {
        "title": shorten(record.names[language], TITLE),
        "summary": summary,
        "body": body(record.id, [("description", "", description)]) if says_more else [],
    }
    return {name: value for name, value in texts.items() if value}


def _sector(record: Organisation) -> Sector:
    names = " ".join(record.names.values()).casefold()
    if record.type == "Organization" and any(word in names for word in PARISHES):
        return Sector.PARISH
    return SECTORS.get(record.type, Sector.ASSOCIATION)


def _serves(record: Organisation) -> Values | None:
    codes = sorted(row.code for row in record.serves.municipalities)
    if not codes and not record.serves.nationwide:
        return None
    return {"municipalities": codes, "whole_region": record.serves.nationwide}


def _website(record: Organisation, rows: ChannelRows, languages: list[str]) -> str:
    """Take the address of the first language; visitors find the others from there."""
    links = sorted(record.links, key=lambda link: _rank(link, languages))
    for link in links:
        try:
            return next(usable.url(link.value, LONGEST_WEBSITE))
        except usable.UnusableError as error:
            rows.remarks.append(str(error))
    return ""


def _rank(link: Contact, languages: list[str]) -> int:
    ranks = [languages.index(code) for code in link.languages if code in languages]
    return min(ranks, default=len(languages))
