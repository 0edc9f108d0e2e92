"""What the tests of context share: texts read with the default model, and the cases of the phrase tables."""

import datetime
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.language import load
from newsfacts.lexicons import read
from newsfacts.reading import Reading
from newsfacts.sections import layout_reader
from newsfacts.sentences import splitter

PHRASES = Path(__file__).parents[2] / "corpus" / "phrases"


@pytest.fixture(scope="session")
def read_text() -> Callable[..., Reading]:
    """Give a function that reads a text, told when it was published or not."""
    language, layouts = load(), layout_reader()
    units = splitter(read("abbreviations"), read("openers"))

    def read_one(text: str, published: datetime.date | str | None = None) -> Reading:
        article = Article(article_id="a", text=text, published=published)
        parsed = language.parse(text, list(units.units(text)))
        return Reading(article, layouts.read(text, None, article.published), tuple(parsed))

    return read_one


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give the test of a module test_KIND.py the cases of corpus/phrases/KIND.toml."""
    kind = metafunc.module.__name__.rpartition("test_")[2]
    for name, key in (("match_case", "match"), ("leave_case", "leave")):
        if name in metafunc.fixturenames:
            cases = _cases(kind, key)
            metafunc.parametrize(name, cases, ids=[f"{case['text']} ({case['fact']})" for case in cases])


def _cases(kind: str, key: str) -> list[dict[str, Any]]:
    table = tomllib.loads((PHRASES / f"{kind}.toml").read_text("utf-8"))
    return [_read(case) for group in table["group"] for case in group.get(key, ())]


def _read(case: dict[str, Any]) -> dict[str, Any]:
    """Take the marks out of a case and say where its fact stands."""
    text, marked = case["text"], None
    if "[" in text:
        marked = text[text.index("[") + 1 : text.index("]")]
    plain = text.replace("[", "").replace("]", "")
    start = plain.rindex(case["fact"])
    read_case = {**case, "text": plain, "marked": marked, "start": start, "end": start + len(case["fact"])}
    return read_case | {f"{key}_day": case[key] for key in ("start", "end") if key in case}
