"""Score records on the test cases of other extractors, and write the page of the site that says so: docs/peers.md.

    python bench/peers.py CASES.jsonl RECORDS.jsonl [--page] [--failed]

A case is a line of JSON: `id`, `source`, `text`, `scope` (the kinds that its suite speaks of) and `expect`, a list of
what the suite holds to be right: `kind`, `surface`, `start`, `end`, `value` or `low` and `high`, `currency`, `unit`.
Two scores stand side by side: the suite as it is, and the suite without what is no fact of ours or another one
(`REASONS`). What is left out is told by its unit (`peers_units.tsv`), by its shape, or by its place in the suite
(`peers_cases.tsv`, each with a reason); nothing is left out because it is hard. Texts of the suites are not here.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

__all__ = ["REASONS", "Line", "page", "score"]

BENCH = Path(__file__).parent
PAGE = BENCH.parent / "docs" / "peers.md"
KINDS = {"money": "money", "percent": "percentage", "quantity": "quantity", "count": "count"}
"""What the suites call a kind, and what the record does."""
REASONS = {
    "duration": "spans of time are no facts",
    "age": "ages are no facts of their own",
    "times": "how many times is no count (6.5 times earnings)",
    "points": "points of an index, a rate or a game are no facts",
    "price": "a price or a rate per something: money or a percentage of ours, told without what it is per",
    "hundredths": "the suite tells cents in cents; amounts of ours are in major units",
    "coins": "a coin that is counted",
    "measure": "the suite calls a measure or an amount a count",
    "share": "the suite calls a part of a whole a count; it is a percentage of ours",
    "one": "“one” and “a” that only point (one of the best)",
    "change": "from one figure to another is two facts of ours, no range",
    "converted": "the suite converts to another unit; ours is the one written",
    "spelling": "the same unit under another name (tonne, metric ton)",
    "scale": "the suite names no scale of the degrees, ours is the country's",
    "country": "the suite takes every dollar for one of the United States",
    "withdrawn": "the suite takes a withdrawn currency for another one",
    "bare": "a number without a unit or a unit without a number",
    "describes": "a number that only describes a noun (a six-cylinder engine)",
    "counted": "the suite calls what is counted a measure (tests a day, turns)",
    "rate": "the unit stands without its rate where the thing is between (gallons of fuel a year)",
    "name": "a number that is part of a name (5G)",
    "class": "the suite names the class of what is counted, ours is the noun of the text",
    "whole": "feet and inches, or whole and hundredths, are one fact of ours",
    "unsaid": "a fact of ours that the suite does not speak of and that the text states",
    "wrong": "the suite is mistaken about the value or the unit",
}
"""Why a case is not one of ours."""
_ALIKE = frozenset({"spelling", "scale", "country", "withdrawn", "rate", "class"})
"""Reasons for which the number of the fact is scored all the same, its unit held to be right."""


@dataclass
class Line:
    """Hold the figures of one source and kind; `all` of the suite, `ours` of what is in our scope."""

    all: Counter[str] = field(default_factory=Counter)
    ours: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)


def score(cases: Iterable[Mapping[str, Any]], records: Mapping[str, Any]) -> dict[tuple[str, str], Line]:
    """Score records on cases, by source and kind."""
    units, listed = list(_rows("peers_units.tsv")), {}
    for row in _rows("peers_cases.tsv"):
        listed[row["id"], row["kind"], row["item"]] = row["reason"]
    lines: dict[tuple[str, str], Line] = {}
    for case in cases:
        facts = records.get(case["id"], {}).get("facts", [])
        left_out = [
            (wanted, reason)
            for kind, place, wanted in _wanted(case)
            if (reason := listed.get((case["id"], kind, str(place))) or _reason(case, wanted, units))
        ]
        for kind in KINDS:
            if kind in case.get("scope", KINDS):
                line = lines.setdefault((case["source"], kind), Line())
                _count(line, case, (kind, facts), left_out, listed)
    return {key: line for key, line in sorted(lines.items()) if line.all["gold"]}


def _count(
    line: Line, case: Mapping[str, Any], seen: tuple[str, list[Any]], left_out: list[Any], listed: Mapping[Any, str]
) -> None:
    """Add one case to a line."""
    kind, facts = seen
    have = [fact for fact in facts if fact["kind"] == KINDS[kind]]
    used: set[int] = set()
    for place, wanted in ((p, w) for k, p, w in _wanted(case) if k == kind):
        hit = next((i for i, fact in enumerate(have) if i not in used and _same(fact, wanted)), None)
        named = hit is not None and _unit_right(kind, have[hit], wanted)
        reason = next((why for other, why in left_out if other is wanted), None)
        line.all.update(gold=1, value=hit is not None, unit=named)
        if reason is not None:
            line.reasons[reason] += 1
        if hit is not None:
            used.add(hit)
        alike = reason in _ALIKE
        if reason is None or (alike and hit is not None):
            line.ours.update(gold=1, value=hit is not None, unit=named or alike, pred=hit is not None)
            if not (named or alike):
                line.failed.append(f"{case['id']} {kind} {place} {'unit' if hit is not None else 'missed'}")
    line.all.update(pred=len(have))
    for number, fact in enumerate(have):
        if number in used or any(_touches(fact, wanted) for wanted, _ in left_out):
            continue
        reason = listed.get((case["id"], kind, f"+{fact['start_char']}"))
        if reason is not None:
            line.reasons[reason] += 1
        else:
            line.ours.update(pred=1)
            line.failed.append(f"{case['id']} {kind} +{fact['start_char']} too much")


def _wanted(case: Mapping[str, Any]) -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Walk over what a case expects: kind, place among those of its kind, and the item."""
    places: Counter[str] = Counter()
    for wanted in case["expect"]:
        kind = wanted["kind"]
        if kind in KINDS and (kind != "count" or wanted.get("unit")):
            yield kind, places[kind], wanted
            places[kind] += 1


def _reason(case: Mapping[str, Any], wanted: Mapping[str, Any], units: Iterable[Mapping[str, str]]) -> str | None:
    """Tell by unit and shape why an item is none of ours."""
    kind, unit = wanted["kind"], str(wanted.get("unit") or "")
    for row in units:
        glob = row["unit"].replace("%%", "[%]*").replace(" %", " *")
        if row["kind"] == kind and fnmatchcase(unit, glob):
            return row["reason"]
    low, high, value = wanted.get("low"), wanted.get("high"), wanted.get("value")
    if value is None and low is not None and high is not None and low > high:
        return "change"
    if value is None and low is None and high is None:
        return "bare"
    behind = case["text"][wanted["end"] :] if wanted.get("end") else ""
    if kind == "count" and value == 1 and (behind.startswith(" of ") or wanted.get("surface") in ("a", "an")):
        return "one"
    return None


def _same(fact: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Tell whether a fact is the item: its number, and where the suite says where, its place."""
    if wanted.get("value") is not None:
        right = _near(fact.get("value"), wanted["value"])
    else:
        right = _near(fact.get("min_value"), wanted.get("low")) or _near(fact.get("max_value"), wanted.get("high"))
    return right and _meets(fact, wanted)


def _touches(fact: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Tell whether a fact speaks of an item that is left out, whatever its kind."""
    return _meets(fact, wanted) if wanted.get("start") is not None else _same(fact, wanted)


def _meets(fact: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    if wanted.get("start") is None:
        return True
    return bool(fact["start_char"] < wanted["end"] and wanted["start"] < fact["end_char"])


def _near(found: Any, wanted: Any) -> bool:
    if found is None or wanted is None:
        return False
    return abs(float(found) - float(wanted)) <= 1e-6 * max(1.0, abs(float(wanted)))


def _unit_right(kind: str, fact: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Compare currencies by code, units and nouns by how their last word begins."""
    if kind == "percent":
        return True
    if kind == "money":
        code = str(wanted.get("currency") or "")
        return len(code) != 3 or fact.get("currency") == code
    return _stem(fact.get("unit") or fact.get("noun"))[:5] == _stem(wanted.get("unit"))[:5]


def _stem(word: str | None) -> str:
    last = (word or "").lower().split(" ")[-1]
    plain = re.sub(r"(?<=ss|us|ch|sh)es$|(?<!s)s$", "", re.sub(r"ies$", "y", last))
    return {"people": "person", "men": "man", "women": "woman"}.get(last, plain)


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Read a table beside this file."""
    lines = [line for line in (BENCH / name).read_text("utf8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t"), strict=True))


def _f1(counts: Counter[str], what: str) -> str:
    total = counts["gold"] + counts["pred"]
    return f"{2 * counts[what] / total:.3f}" if total else "–"


def page(lines: Mapping[tuple[str, str], Line]) -> str:
    """Write the tables: scores by source and kind, and what is left out by reason."""
    text = [
        "# The peers' own tests\n",
        "Written by `python bench/peers.py CASES RECORDS --page`; do not edit. F1 of values, and of values with their",
        "unit, on the public tests of CoreNLP, CQE (NewsQuant among them), Duckling, EpiTator, quantulum3 and",
        "Recognizers-Text. *As it is*: every item of the suite. *In scope*: without what newsfacts calls no fact or",
        "another one; `bench/peers_units.tsv` and `bench/peers_cases.tsv` list each of these with its reason.\n",
        "| source | kind | items | value | with unit | in scope | value | with unit |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (source, kind), line in lines.items():
        mine = line.ours
        cells = (line.all["gold"], _f1(line.all, "value"), _f1(line.all, "unit"), mine["gold"], _f1(mine, "value"))
        text.append(f"| {source} | {kind} | {' | '.join(map(str, cells))} | {_f1(mine, 'unit')} |")
    text += ["", "| left out | why | items |", "|---|---|---|"]
    total: Counter[str] = sum((line.reasons for line in lines.values()), Counter())
    text += [f"| {name} | {REASONS[name]} | {count} |" for name, count in total.most_common()]
    return "\n".join(text) + "\n"


def main() -> None:
    """Print the tables, or write them into the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("cases", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--page", action="store_true", help="write docs/peers.md")
    parser.add_argument("--failed", action="store_true", help="list the items in scope that are not right, by id")
    given = parser.parse_args()
    cases, records = (
        [json.loads(line) for line in file.open(encoding="utf8")] for file in (given.cases, given.records)
    )
    lines = score(cases, {record["article_id"]: record for record in records})
    if given.page:
        PAGE.write_text(page(lines), "utf8")
    else:
        print(page(lines))
    if given.failed:
        print("\n".join(item for line in lines.values() for item in line.failed))


if __name__ == "__main__":
    main()
