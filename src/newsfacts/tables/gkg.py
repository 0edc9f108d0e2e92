"""Records as rows of GDELT's Global Knowledge Graph, version 2.1: counts and quotations.

A row has the 27 columns of the codebook (The GDELT Global Knowledge Graph, Data Format Codebook V2.1, 19 February 2015)
in their order, apart by tabs, without a head. Filled are what says which document it is, the counts (V1COUNTS,
V2.1COUNTS) and the quotations (V2.1QUOTATIONS); the others are empty. What differs from GDELT: offsets are exact and
index the text as it was given; a count has the place that its own clause or event tells of, or none; counts that the
text plans, denies or thinks possible are left out, since the format cannot say so. Not here: GDELT's own identifiers of
places (GNS, GNIS), which GeoNames does not have; that field is empty.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeGuard
from urllib.parse import urlsplit

from newsfacts.assemble.keys.located import Located, Locator
from newsfacts.record import Count, Quote, Record, Status

__all__ = ["COLUMNS", "gkg_row"]

COLUMNS = (
    "GKGRECORDID", "DATE", "SourceCollectionIdentifier", "SourceCommonName", "DocumentIdentifier", "V1Counts",
    "V2.1Counts", "V1Themes", "V2EnhancedThemes", "V1Locations", "V2EnhancedLocations", "V1Persons",
    "V2EnhancedPersons", "V1Organizations", "V2EnhancedOrganizations", "V1.5Tone", "V2.1EnhancedDates", "V2GCAM",
    "V2.1SharingImage", "V2.1RelatedImages", "V2.1SocialImageEmbeds", "V2.1SocialVideoEmbeds", "V2.1Quotations",
    "V2.1AllNames", "V2.1Amounts", "V2.1TranslationInfo", "V2ExtrasXML",
)  # fmt: skip
"""The columns of a row, in order."""

_TELLS = frozenset({Status.ASSERTED, Status.CLAIMED, None})
_SEPARATORS = re.compile(r"[#;|\s]+")
_MARKS = "\"'“”‘’«»„‟`"
"""Quotation marks at the ends of a quote; its text in GDELT has none."""
_WEB, _CITATION = "1", "2"
"""Of SourceCollectionIdentifier: the identifier is an address on the web, or the name of a text."""


def gkg_row(record: Record, number: int, places: Locator) -> str:
    """Write a record as one line without its end; `number` counts the lines of a file from 1.

    Shape:   27 columns apart by tabs; the date is the day of publication at midnight, 0 where it is not known.
    """
    day = f"{record.published:%Y%m%d}000000" if record.published else "0"
    web = urlsplit(record.source or "")
    on_web = web.scheme in ("http", "https")
    counts = [(fact, _count(fact, places)) for fact in record.facts if _is_count(fact)]
    filled = {
        "GKGRECORDID": f"{day.zfill(14)}-{number}",
        "DATE": day,
        "SourceCollectionIdentifier": _WEB if on_web else _CITATION,
        "SourceCommonName": (web.hostname or "").removeprefix("www.") if on_web else "",
        "DocumentIdentifier": " ".join((record.source if on_web and record.source else record.article_id).split()),
        "V1Counts": ";".join(count for _, count in counts),
        "V2.1Counts": ";".join(f"{count}#{fact.start_char}" for fact, count in counts),
        "V2.1Quotations": "#".join(_quotations(record)),
    }
    return "\t".join(filled.get(column, "") for column in COLUMNS)


def _is_count(fact: object) -> TypeGuard[Count]:
    """Tell a count that GDELT has a type for, that holds, and whose number is a whole one."""
    if not isinstance(fact, Count) or fact.gkg_type is None or fact.status not in _TELLS:
        return False
    number = _number(fact)
    return number is not None and number == number.to_integral_value()


def _number(count: Count) -> Decimal | None:
    """Give the number, of a range its lower end: as many as the text is sure of."""
    return count.value if count.value is not None else count.min_value


def _count(count: Count, places: Locator) -> str:
    located = places.of(count.place_id) if count.place_id is not None else None
    where = _location(located, count.place or "") if located else [""] * 7
    return "#".join([str(count.gkg_type), f"{_number(count):f}", _plain(count.noun_phrase), *where])


def _location(place: Located, written: str) -> list[str]:
    """Give type, full name, country, first division, latitude, longitude and feature id of a place."""
    american = place.country == "US"
    kind = {"country": 1, "state": 2, "nation": 5, "city": 3 if american else 4}[place.level]
    division = place.fips + place.division if place.division and (american or place.division.isdigit()) else ""
    if place.level == "country":
        return [str(kind), place.country_name, place.fips, "", "", "", place.fips]
    if place.level != "city":
        name = f"{place.division_name}, {place.country_name}"
        return [str(kind), name, place.fips, division, "", "", division]
    names = [name for name in (place.division_name, place.country_name) if name and name not in written]
    full = ", ".join([_plain(written), *names])
    return [str(kind), full, place.fips, division, place.latitude, place.longitude, ""]


def _quotations(record: Record) -> Iterator[str]:
    """Yield offset, length, verb and quote of each piece of direct speech, without its marks."""
    for fact in record.facts:
        if isinstance(fact, Quote):
            inner = fact.text.lstrip(_MARKS)
            start = fact.start_char + len(fact.text) - len(inner)
            inner = inner.rstrip(_MARKS)
            yield f"{start}|{len(inner)}|{_plain(fact.cue or '')}|{_plain(inner)}"


def _plain(text: str) -> str:
    """Put a space for what keeps fields, blocks and lines apart."""
    return _SEPARATORS.sub(" ", text).strip()
