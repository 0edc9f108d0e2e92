"""Records and texts for the page: ordinary ones by hand, spans that overlap, and texts that mean harm."""

import hashlib
from decimal import Decimal
from typing import Any, get_origin

from pydantic import BaseModel

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


def _blank(model: type[BaseModel]) -> dict[str, Any]:
    """Give a model's fields as of something about which nothing is known: null, or an empty list."""
    fields = model.model_fields.items()
    return {name: [] if get_origin(field.annotation) is list else None for name, field in fields if field.is_required()}


def _at(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"text": words, "start_char": start, "end_char": start + len(words)}


def _common(model: type[BaseModel], text: str, words: str, article_id: str) -> dict[str, Any]:
    span = _at(text, words)
    kind = Kind(model.model_fields["kind"].default)
    ids = {"fact_id": fact_id(article_id, kind, span["start_char"], span["end_char"]), "section_id": "s0"}
    sentence = {"sentence_start": 0, "sentence_end": len(text), "status": Status.ASSERTED}
    return _blank(model) | span | ids | sentence


def count(text: str, words: str, value: str, article_id: str = "a1", **more: Any) -> Count:
    noun = words.rsplit(maxsplit=1)[-1]
    told = {"noun": noun, "noun_phrase": noun, "rule": "count.noun-phrase"}
    number = {"value": Decimal(value), "comparator": Comparator.EQ}
    return Count(**(_common(Count, text, words, article_id) | number | told | more))


def money(text: str, words: str, value: str, article_id: str = "a1", **more: Any) -> Money:
    told = {"currency": "GBP", "money_role": MoneyRole.STOLEN, "rule": "money.symbol-before"}
    number = {"value": Decimal(value), "comparator": Comparator.EQ}
    return Money(**(_common(Money, text, words, article_id) | number | told | more))


def quote(text: str, words: str, article_id: str = "a1", **more: Any) -> Quote:
    told = {"quote_type": QuoteType.DIRECT, "rule": "quote.cue-before"}
    return Quote(**(_common(Quote, text, words, article_id) | told | more))


def event(text: str, words: str, fact_ids: list[str], **more: Any) -> Event:
    span = _at(text, words)
    place = {"trigger": words, "start_char": span["start_char"], "end_char": span["end_char"]}
    told = {"event_id": "e0", "event_type": EventType.ARREST, "status": Status.ASSERTED, "fact_ids": fact_ids}
    return Event(**(_blank(Event) | place | told | more))


def person(text: str, name: str, title: str) -> Person:
    role = {"title": title, "rule": "role.direct", "confidence": 0.9}
    told = {"person_id": "p0", "name": name, "part": Part.POLICE, "part_confidence": 0.9}
    told |= {"roles": [Role(**(_blank(Role) | _at(text, title) | role))], "mentions": [Mention(**_at(text, name))]}
    return Person(**(_blank(Person) | told))


def record(text: str, facts: list[Fact], article_id: str = "a1", **more: Any) -> Record:
    section = {"section_id": "s0", "kind": SectionKind.BODY, "start_char": 0, "end_char": len(text)}
    told = {
        "schema_version": SCHEMA_VERSION, "extractor": "newsfacts 0", "model": "none 0", "article_id": article_id,
        "text_sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "text_length": len(text),
        "language": "en", "facts": facts, "sections": [Section(**(_blank(Section) | section))],
    }  # fmt: skip
    return Record(**(_blank(Record) | told | more))


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
