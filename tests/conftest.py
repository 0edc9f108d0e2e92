"""What several tests share: the extractor, loaded once, and the corpus with what the extractor makes of it."""

import datetime
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from newsfacts.extract import Extractor
    from newsfacts.record import Record

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads that wait for each other make tests slow, nothing else
ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--no-skips", action="store_true", help="fail where a test skips, as it may not in CI")
    parser.addoption("--postgres", metavar="DSN", help="load the tables into this PostgreSQL database")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Turn a skip into a failure that repeats its reason, where CI has installed what the test needs."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and item.config.getoption("--no-skips"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though --no-skips was given: {report.longrepr}"


@pytest.fixture(scope="session")
def extractor() -> "Extractor":
    """Give the extractor with the default model."""
    from newsfacts.extract import load

    return load()


@pytest.fixture(scope="session")
def placing(extractor: "Extractor") -> "Extractor":
    """Give the extractor that looks up ids of places."""
    from newsfacts.assemble.keys.reader import key_reader

    return replace(extractor, assembler=replace(extractor.assembler, keys=key_reader(places=True)))


@pytest.fixture(scope="session")
def corpus_gold() -> dict[str, dict[str, Any]]:
    """Give the gold of every article of the corpus, by article id."""
    files = sorted((ROOT / "corpus" / "articles").glob("*/gold.json"))
    return {f"{file.parent.name}/article.txt": json.loads(file.read_text("utf-8")) for file in files}


@pytest.fixture(scope="session")
def corpus_records(extractor: "Extractor", corpus_gold: dict[str, dict[str, Any]]) -> "dict[str, Record]":
    """Give what the extractor makes of every article, told when it was published, by article id."""
    from newsfacts.article import Article

    records = {}
    for article_id, gold in corpus_gold.items():
        text = (ROOT / "corpus" / "articles" / article_id).read_bytes().decode("utf-8")
        published = datetime.date.fromisoformat(gold["published"]) if gold["published"] else None
        records[article_id] = extractor.extract(Article(article_id, text, published=published))
    return records
