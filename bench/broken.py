"""Lines that are broken in every way we know, and the account of what a run made of them.

Used by `bench/chaos.py`. Every tenth line is broken, in turn in each of the ways of `WAYS`; some can be read all the
same, and have to be then.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["NAME", "WAYS", "Account", "account", "write_lines"]

NAME = "lines.jsonl"
"""Name of the file of lines."""
BROKEN = 10
"""One line in so many is broken."""
_TOWNS = ("Ardle", "Brackwater", "Corrie Sands", "Dunmore Vale", "Elmsgate", "Farrowby")
_GOODS = ("televisions", "bicycles", "handbags", "parcels", "cameras", "generators")


def article(number: int) -> dict[str, object]:
    """Make the article of a line, as every reader takes it."""
    chance = random.Random(number)
    town, noun, count = chance.choice(_TOWNS), chance.choice(_GOODS), chance.randrange(3, 400)
    text = (
        f"Police in {town} arrested {chance.randrange(2, 30)} suspects on Monday and seized {count} {noun} worth "
        f"£{count * 125:,}. Thefts rose by {chance.randrange(2, 60)} percent year-on-year. "
        f'"We thank everybody who called," Inspector Tara Gillbrook said.'
    )
    return {"article_id": f"a{number}", "title": f"{noun.title()} seized", "published": "2024-05-31", "text": text}


def _with(number: int, **changes: object) -> bytes:
    return json.dumps(article(number) | changes).encode()


def _without(number: int, name: str) -> bytes:
    return json.dumps({key: value for key, value in article(number).items() if key != name}).encode()


WAYS: Mapping[str, Callable[[int], bytes]] = {
    "prose": lambda n: str(article(n)["text"]).encode(),
    "cut off": lambda n: _with(n)[:-40],
    "empty object": lambda n: b"{}",
    "no text": lambda n: _without(n, "text"),
    "text null": lambda n: _with(n, text=None),
    "text a number": lambda n: _with(n, text=12),
    "text a list": lambda n: _with(n, text=["Police", "held"]),
    "text an object": lambda n: _with(n, text={"body": "Police"}),
    "text empty": lambda n: _with(n, text=""),
    "text blank": lambda n: _with(n, text=" \n\t"),
    "text a NaN": lambda n: _with(n, text=float("nan")),
    "text marks only": lambda n: _with(n, text="?! … —"),
    "text too long": lambda n: _with(n, text="Police held 5 men. " * 6_000),
    "line too long": lambda n: _with(n, text="Police held 5 men. " * 42_000),
    "half character": lambda n: _with(n, text="Police held 5 men \ud83d in Ardle."),
    "no id": lambda n: _without(n, "article_id"),
    "id twice": lambda n: _with(n - 1),
    "id a number": lambda n: _with(n, article_id=1_000_000 + n),
    "id a list": lambda n: _with(n, article_id=[n]),
    "id an object": lambda n: _with(n, article_id={"n": n}),
    "id empty": lambda n: _with(n, article_id=""),
    "id true": lambda n: _with(n, article_id=True),
    "title a number": lambda n: _with(n, title=5),
    "title a list": lambda n: _with(n, title=["Seized"]),
    "source a number": lambda n: _with(n, source=7),
    "date in words": lambda n: _with(n, published="soon"),
    "date impossible": lambda n: _with(n, published="2024-13-45"),
    "date a list": lambda n: _with(n, published=[2024, 5, 31]),
    "array": lambda n: json.dumps([article(n)]).encode(),
    "string": lambda n: json.dumps("Police held 5 men.").encode(),
    "number": lambda n: b"17",
    "null": lambda n: b"null",
    "wrapped": lambda n: json.dumps({"article": article(n)}).encode(),
    "keys in capitals": lambda n: json.dumps({k.upper(): v for k, v in article(n).items()}).encode(),
    "keys bare": lambda n: _with(n).replace(b'"text":', b"text:"),
    "key twice": lambda n: _with(n).replace(b'{"', b'{"text": "Two men", "', 1),
    "single quotes": lambda n: str({"article_id": f"a{n}", "text": "Police held 5 men."}).encode(),
    "comma behind": lambda n: _with(n)[:-1] + b",}",
    "two on a line": lambda n: _with(n) + _with(n),
    "comment": lambda n: b"// " + _with(n),
    "bad escape": lambda n: _with(n).replace(b"Police", rb"\xPolice"),
    "raw tab": lambda n: _with(n).replace(b"Police in", b"Police\tin"),
    "raw NUL": lambda n: _with(n).replace(b"Police in", b"Police\0in"),
    "Latin-1": lambda n: _with(n).replace(b"Police in", b"Caf\xe9 in"),
    "UTF-8 cut": lambda n: _with(n).replace(b"Police in", b"Police \xe2\x82 in"),
    "UTF-16": lambda n: _with(n).decode().encode("utf-16-le"),
    "byte order mark": lambda n: b"\xef\xbb\xbf" + _with(n),
    "nested deep": lambda n: b'{"text": ' + b"[" * 20_000 + b"]" * 20_000 + b"}",
    "number huge": lambda n: b'{"text": ' + b"9" * 10_000 + b"}",
    "HTML": lambda n: b"<html><body><p>Police held 5 men.</p></body></html>",
    "CSV": lambda n: b'a1,"Police held 5 men.",2024-05-31',
    "gzip": lambda n: b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x2c\x02\x00",
    "PDF": lambda n: b"%PDF-1.7 1 0 obj << /Type /Catalog >> endobj",
}
"""Ways of breaking a line, by name; each makes the line of a number."""


def way(number: int) -> str | None:
    """Name the way in which a line, counted from 0, is broken."""
    turn, rest = divmod(number, BROKEN)
    return list(WAYS)[turn % len(WAYS)] if rest == BROKEN - 1 else None


def write_lines(path: Path, lines: int) -> None:
    """Write so many lines, one in `BROKEN` broken."""
    with open(path, "wb") as file:
        for number in range(lines):
            name = way(number)
            line = WAYS[name](number) if name else _with(number)
            file.write(line.replace(b"\n", b" ") + b"\n")


@dataclass
class Account:
    """Say what became of the lines."""

    records: Counter[str] = field(default_factory=Counter)
    """Lines with a record, by way; sound lines under ""."""
    failures: Counter[str] = field(default_factory=Counter)
    """Lines with a failure, by way."""
    lost: list[int] = field(default_factory=list)
    """Lines, counted from 1, that have neither in their place."""
    spare: int = 0
    """Records and failures that belong to no line."""


def account(folder: Path, lines: int) -> Account:
    """Walk the lines beside records and failures, which stand in the order of the lines."""
    records, failures = (_ids(folder / name) for name in ("out.jsonl", "out.failures.jsonl"))
    found, record, failure = Account(), next(records, None), next(failures, None)
    for number in range(lines):
        own = {f"a{number}", f"{NAME}:{number + 1}", str(1_000_000 + number)}
        kind = way(number) or ""
        if record in own:
            found.records[kind] += 1
            record = next(records, None)
        elif failure in own or (kind == "id twice" and failure == f"a{number - 1}"):
            found.failures[kind] += 1
            failure = next(failures, None)
        else:
            found.lost.append(number + 1)
    found.spare = sum(one is not None for one in (record, failure)) + sum(1 for _ in records) + sum(1 for _ in failures)
    return found


def _ids(path: Path) -> Iterator[str]:
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["article_id"]
