"""Drafts of gold to be edited by hand: records as a folder of ARTICLE/article.txt with ARTICLE/gold.json beside it."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import EvaluationError, OutputError
from newsfacts.evaluation.gold import as_gold

__all__ = ["drafts", "write_drafts"]

_UNFIT = re.compile(r"[^\w.-]+")
"""What the name of a folder shall not have; the id of an article may be a path or an address."""


def drafts(records: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Put records into the form of gold, as a draft: nothing in it has been read by anybody."""
    return [as_gold(record) for record in records]


def write_drafts(golds: Iterable[Mapping[str, Any]], articles: Mapping[str, Article], folder: Path) -> list[Path]:
    """Write drafts and their texts, a folder for each article, and list the files of gold. No gold is overwritten.

    Raises:  EvaluationError where an article is missing, two have one folder, or gold is there already; OutputError
             where the folder cannot be written.
    """
    written: dict[Path, str] = {}
    for gold in golds:
        article_id = str(gold["id"])
        path = folder / _UNFIT.sub("-", article_id.removesuffix("/article.txt")).strip("-.") / "gold.json"
        if article_id not in articles:
            raise EvaluationError(
                f"{article_id}: a record without its article; expected the articles that were extracted"
            )
        if path in written or path.exists():
            held = written.get(path, "gold that is there already")
            raise EvaluationError(f"{path}: for {article_id!r} and for {held}; expected a new folder")
        written[path] = repr(article_id)
        _write(path, {**gold, "id": path.parent.name}, articles[article_id].text)
    return list(written)


def _write(path: Path, gold: Mapping[str, Any], text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name("article.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        path.write_text(json.dumps(gold, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); expected a folder to write to") from error
