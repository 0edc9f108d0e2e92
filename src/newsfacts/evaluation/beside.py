"""The articles that gold is of: those named, else those that stand beside it as `newsfacts fit` expects them."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.sources import read

__all__ = ["ARTICLES", "GOLD", "articles_beside", "hash_of", "read_articles"]

GOLD, ARTICLES = ".gold.jsonl", ".articles.jsonl"
"""Endings of a pair of files: NAME.gold.jsonl is of NAME.articles.jsonl."""


def articles_beside(gold: Path, named: Path | None = None) -> dict[str, Article] | None:
    """Read the articles of gold by id: those named, else ARTICLE/article.txt or NAME.articles.jsonl beside it.

    Shape:   None where none are named and none stand beside.
    Raises:  EvaluationError where an article cannot be read; InputError where the file or folder cannot.
    """
    if named is not None:
        return read_articles([named])
    if gold.is_dir():
        return read_articles([gold])
    beside = gold.with_name(gold.name.removesuffix(GOLD) + ARTICLES)
    return read_articles([beside]) if gold.name.endswith(GOLD) and beside.is_file() else None


def read_articles(inputs: Sequence[Path]) -> dict[str, Article]:
    """Read articles by id, in the order of the inputs.

    Raises:  EvaluationError where an article cannot be read; InputError where an input cannot.
    """
    found: dict[str, Article] = {}
    for item in read([os.fspath(path) for path in inputs]):
        if not isinstance(item, Article):
            raise EvaluationError(f"{item.source}: {item.message}")
        found[item.article_id] = item
    return found


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text as records state it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
