"""Records and texts for the page: ordinary ones by hand, spans that overlap, and texts that mean harm."""

import hashlib
from decimal import Decimal
from typing import Any

from newsfacts.record import (
    SCHEMA_VERSION,
    Comparator,
    Count,
    Event,
    EventPerson,
    EventType,
    Fact,
    Kind,
    Mention,
    Money,
    MoneyRole,
    Part,
    Person,
    Quote,
    QuoteType,
    Record,
    Role,
    Section,
    SectionKind,
    Status,
    Warning,
    WarningCode,
    fact_id,
)

TEXT = (
    "Police in Ayr 👮🏽‍♀️ said on Friday that they held 12 men over £3.5m.\n"
    "“We found 40 stolen phones,” said Detective Inspector Ann Pellow."
)
HOSTILE = (
    "5 men </script><script>window.harmed = 1</script><!-- <img src=x onerror='window.harmed = 1'> \u2028 \ud800 & \x00"
)

_NOTHING = {
    **dict.fromkeys(["attribution", "attribution_person_id", "attribution_confidence", "time_text", "time_start"]),
    **dict.fromkeys(["time_end", "time_precision", "time_source", "time_confidence", "place", "place_source"]),
    **dict.fromkeys(["place_confidence", "confidence", "event_id"]),
}


def _at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start_char": start, "end_char": start + len(words)}


def _common(text: str, kind: Kind, words: str, article_id: str) -> dict[str, Any]:
    span = _at(text, words)
    ids = {"fact_id": fact_id(article_id, kind, span["start_char"], span["end_char"]), "section_id": "s0"}
    sentence = {"sentence_start": 0, "sentence_end": len(text)}
    return _NOTHING | span | ids | sentence | {"status": Status.ASSERTED}


def _number(value: str) -> dict[str, Any]:
    bounds = dict.fromkeys(["min_value", "max_value", "repeats", "predicate", "agent", "agent_person_id"])
    return {"value": Decimal(value), "comparator": Comparator.EQ, "changes_from": None, **bounds}


def count(text: str, words: str, value: str, article_id: str = "a1", **more: Any) -> Count:
    own = dict.fromkeys(["gkg_type", "subset_of", "direction", "offence", "event_type"])
    noun = words.rsplit(maxsplit=1)[-1]
    told = {"noun": noun, "noun_phrase": noun, "rule": "count.noun-phrase"}
    return Count(**(_common(text, Kind.COUNT, words, article_id) | _number(value) | own | told | more))


def money(text: str, words: str, value: str, article_id: str = "a1", **more: Any) -> Money:
    told = {"currency": "GBP", "money_role": MoneyRole.STOLEN, "converts": None, "rule": "money.symbol-before"}
    return Money(**(_common(text, Kind.MONEY, words, article_id) | _number(value) | told | more))


def quote(text: str, words: str, article_id: str = "a1", **more: Any) -> Quote:
    told = {"speaker": None, "speaker_person_id": None, "cue": None, "quote_type": QuoteType.DIRECT}
    return Quote(**(_common(text, Kind.QUOTE, words, article_id) | told | {"rule": "quote.cue-before"} | more))


def event(text: str, words: str, fact_ids: list[str], **more: Any) -> Event:
    span = _at(text, words)
    own: dict[str, Any] = {key: value for key, value in _NOTHING.items() if key in Event.model_fields}
    told: dict[str, Any] = {
        "event_id": "e0",
        "event_type": EventType.ARREST,
        "trigger": words,
        "people": [],
        "fact_ids": fact_ids,
    }
    place: dict[str, Any] = {"start_char": span["start_char"], "end_char": span["end_char"], "status": Status.ASSERTED}
    return Event(**(own | told | place | more))


def person(text: str, name: str, title: str) -> Person:
    nothing = dict.fromkeys(["rank", "organisation", "organisation_source", "place"])
    role = Role(**(_at(text, title) | nothing | {"title": title, "rule": "role.direct", "confidence": 0.9}))
    return Person(
        person_id="p0", name=name, aliases=[], part=Part.POLICE, part_confidence=0.9, age=None, roles=[role],
        mentions=[Mention(**_at(text, name))],
    )  # fmt: skip


def record(text: str, facts: list[Fact], article_id: str = "a1", **more: Any) -> Record:
    section: dict[str, Any] = {"section_id": "s0", "kind": SectionKind.BODY, "heading": None, "subheading": None}
    told = {
        "schema_version": SCHEMA_VERSION, "extractor": "newsfacts 0", "model": "none 0", "article_id": article_id,
        "source": None, "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text_length": len(text), "language": "en", "title": None, "byline": [], "dateline_place": None,
        "published": None, "published_text": None, "people": [], "events": [], "warnings": [], "facts": facts,
        "sections": [Section(**section, start_char=0, end_char=len(text))],
    }  # fmt: skip
    return Record(**(told | more))


def ordinary(article_id: str = "a1", title: str = "Twelve held in Ayr") -> Record:
    """Give a record with a nested fact, a person, an event, a warning."""
    men = count(TEXT, "12 men", "12", article_id, event_type=EventType.ARREST, confidence=0.93, event_id="e0")
    sum_ = money(TEXT, "£3.5m", "3500000", article_id, status=Status.CLAIMED, confidence=0.55)
    said = quote(TEXT, "“We found 40 stolen phones,”", article_id, speaker="Ann Pellow", speaker_person_id="p0")
    phones = count(TEXT, "40 stolen phones", "40", article_id, noun="phones", confidence=0.97)
    happening = event(TEXT, "held", [men.fact_id], place="Ayr", people=[EventPerson(person_id="p0", part=Part.POLICE)])
    odd = Warning(code=WarningCode.ODD_NUMBER, message="an odd number", start_char=None, end_char=None)
    return record(
        TEXT, [men, sum_, said, phones], article_id, title=title, events=[happening], warnings=[odd],
        people=[person(TEXT, "Ann Pellow", "Detective Inspector")],
    )  # fmt: skip


def overlapping() -> tuple[Record, str]:
    """Give facts of which one stands in another and two cross."""
    text = "alpha 12 men beta gamma 30 delta"
    facts: list[Fact] = [
        count(text, "12 men", "12"),
        money(text, "men beta gamma", "3"),
        quote(text, "alpha 12 men beta"),
    ]
    return record(text, facts), text


def hostile() -> Record:
    """Give a record whose every text means harm."""
    bad = "<img src=x onerror='window.harmed = 1'></script><script>window.harmed = 1</script>"
    five = count(HOSTILE, "5 men", "5", bad, noun=bad, agent=bad, place=bad)
    odd = Warning(code=WarningCode.ENCODING, message=bad, start_char=None, end_char=None)
    return record(HOSTILE, [five], bad, title=bad, source=f"javascript:{bad}", byline=[bad], warnings=[odd])
