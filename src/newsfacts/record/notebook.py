"""A record as a notebook shows it: a small table of HTML, made of nothing but the record.

It is not the page of `newsfacts view`: no script, no text of the article, no filter. Everything that comes from an
article is escaped.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

__all__ = ["record_html"]

_MOST = 50
"""Facts that are shown; a notebook is no place for more."""
_LONGEST = 160
"""Characters of a text that are shown."""


def record_html(record: Mapping[str, Any]) -> str:
    """Write a record, given as `model_dump` gives it, as HTML that stands by itself.

    Example:
        >>> empty = {"people": [], "facts": [], "events": [], "warnings": [], "title": "<b>"}
        >>> record_html({"article_id": "a1", "published": None, **empty})[:34]
        '<div><h4>&lt;b&gt;</h4><p>a1; 0 fa'
    """
    facts, people, events = record["facts"], record["people"], record["events"]
    told = ", ".join(
        f"{len(items)} {one if len(items) == 1 else more}"
        for items, one, more in ((facts, "fact", "facts"), (people, "person", "people"), (events, "event", "events"))
    )
    day = f"; published {record['published']}" if record["published"] else ""
    parts = [
        f"<h4>{_cell(record['title'] or record['article_id'])}</h4><p>{_cell(record['article_id'])}; {told}{day}</p>",
        _table(("warning", "what is odd"), ((one["code"], one["message"]) for one in record["warnings"])),
        _table(("fact", "kind", "text", "event", "status", "when", "where", "sure"), map(_fact, facts[:_MOST])),
        f"<p>and {len(facts) - _MOST} more</p>" if len(facts) > _MOST else "",
        _table(("person", "part", "age", "roles"), map(_person, people)),
        _table(("event", "named by", "status", "when", "where"), map(_event, events)),
    ]
    return f"<div>{''.join(parts)}</div>"


def _fact(fact: Mapping[str, Any]) -> tuple[Any, ...]:
    happening = fact.get("event_type") or fact.get("money_role") or fact.get("direction") or fact.get("speaker")
    when = _days(fact) or fact["time_text"]
    return (
        fact["fact_id"], fact["kind"], fact["text"], happening, fact["status"], when, fact["place"], fact["confidence"]
    )  # fmt: skip


def _person(person: Mapping[str, Any]) -> tuple[Any, ...]:
    roles = ("; ".join(filter(None, (role["title"], role["organisation"]))) for role in person["roles"])
    return person["name"], person["part"], person["age"], ", ".join(roles)


def _event(event: Mapping[str, Any]) -> tuple[Any, ...]:
    when = _days(event) or event["time_text"]
    return event["event_type"], event["trigger"], event["status"], when, event["place"]


def _days(dated: Mapping[str, Any]) -> str:
    days = [str(day) for day in (dated["time_start"], dated["time_end"]) if day]
    return " – ".join(dict.fromkeys(days))


def _table(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    head = "".join(f"<th>{name}</th>" for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if body else ""


def _cells(row: Iterable[Any]) -> Iterator[str]:
    return (f'<td style="text-align: left">{_cell(value)}</td>' for value in row)


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return escape(text.encode("utf-8", "replace").decode("utf-8"))
