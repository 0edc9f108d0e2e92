"""Read gold and records: JSON lines, or a folder of ARTICLE/gold.json beside ARTICLE/article.txt.

Gold of a folder is named "ARTICLE/article.txt", as `newsfacts extract FOLDER` names the article. Records are taken as
gold, too: what one run found is then what another is held against.
"""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.gold import as_gold, faults

__all__ = ["gold_files", "parsed", "read_gold", "read_pair", "read_records"]


def read_pair(gold: Path, records: Path) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """Read gold and the records that belong to it, both by article id.

    Raises:  EvaluationError where one of them cannot be read, or where no record belongs to any article of gold.
    """
    wanted, found = read_gold(gold), read_records(records)
    if not wanted.keys() & found.keys():
        raise EvaluationError(
            f"{records}: no record of an article of {gold} (records: {_some(found)}; gold: {_some(wanted)}); "
            "expected the same article ids"
        )
    return wanted, found


def read_gold(path: Path) -> dict[str, dict[str, Any]]:
    """Read gold by article id, from JSON lines, from records, or from a folder of ARTICLE/gold.json.

    Raises:  EvaluationError with file, line and field where it is not in the form of gold.
    """
    gold: dict[str, dict[str, Any]] = {}
    for where, text, named in gold_files(path):
        one = parsed(text, where, ("id",) if named else ("id", "article_id"))
        one = one if isinstance(one.get("id"), str) else as_gold(one)
        article_id = named or one["id"]
        if article_id in gold:
            raise EvaluationError(f"{where}: gold of {article_id!r} again; expected one object an article")
        gold[article_id] = _checked(one, f"{where}: {article_id}")
    return gold


def gold_files(path: Path) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield the objects of gold, unread: where each stands, its text, and its article's id where the folder names it.

    Raises:  EvaluationError where a file cannot be read, or a folder holds no gold.
    """
    if path.is_dir():
        files = sorted(path.glob("*/gold.json"))
        if not files:
            raise EvaluationError(f"{path}: no gold.json in its folders; expected ARTICLE/gold.json")
        for file in files:
            yield str(file), file.read_bytes(), f"{file.parent.name}/article.txt"
        return
    for number, line in _lines(path):
        yield f"{path}:{number}", line, None


def read_records(path: Path) -> dict[str, dict[str, Any]]:
    """Read records by article id.

    Raises:  EvaluationError with file and line where a line is no record.
    """
    records = (parsed(line, f"{path}:{number}", ("article_id",)) for number, line in _lines(path))
    return {record["article_id"]: record for record in records}


def _checked(gold: dict[str, Any], where: str) -> dict[str, Any]:
    found = list(faults(gold))
    if found:
        more = f" (and {len(found) - 1} more; newsfacts gold check lists them)" if len(found) > 1 else ""
        raise EvaluationError(f"{where}: {found[0]}{more}")
    return gold


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            yield from ((number, line) for number, line in enumerate(file, start=1) if line.strip())
    except OSError as error:
        raise EvaluationError(f"{path}: cannot be read ({error}); expected JSON lines in UTF-8") from error


def parsed(text: bytes, where: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """Read an object that names its article with one of the keys.

    Raises:  EvaluationError where it does not.
    """
    try:
        return _named(text, keys)
    except ValueError as error:
        raise EvaluationError(f"{where}: {error}") from error


def _named(text: bytes, keys: tuple[str, ...]) -> dict[str, Any]:
    """Read an object that names its article with one of the keys; raises ValueError where it does not."""
    try:
        value = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise ValueError(f"not JSON ({error}); expected one object") from error
    if not isinstance(value, dict) or not any(isinstance(value.get(key), str) for key in keys):
        raise ValueError(f"no {keys[0]!r}; expected an object that names its article with it")
    return value


def _some(articles: Mapping[str, object]) -> str:
    names = [repr(name) for name in list(articles)[:2]]
    return ", ".join(names) + (", …" if len(articles) > 2 else "") if names else "none"
