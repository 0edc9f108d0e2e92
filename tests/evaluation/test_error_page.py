"""The page of errors: groups, words around each, nothing from outside, nothing from an article that runs."""

import builtins
import re
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.errors import NewsfactsError
from newsfacts.evaluation.error_page import error_page
from newsfacts.evaluation.mistakes import Mistake, What

TEXT = "Ann <b>Pellow</b> held 5 men & 6 women."


def mistake(
    what: What, field: str = "found", kind: str = "counts", start: int | None = 23, text: str = "5 men"
) -> Mistake:
    end = None if start is None else start + len(text)
    return Mistake("x", "x", kind, field, what, start, end, text, "gold<1>", "found", "count.plain")


MISTAKES = [
    mistake(What.MISSED),
    mistake(What.WRONG, "noun"),
    mistake(What.WRONG, "noun"),
    mistake(What.MISSED, kind="people", start=None, text="Pellow"),
    mistake(What.MISSED, kind="people", start=None, text="Nobody"),
]


def test_groups_come_the_largest_first_with_the_words_around_each() -> None:
    page = error_page(MISTAKES, None, {"x": Article("x", TEXT)})
    assert re.findall(r"<summary>([\w.]+): (\d)", page) == [
        ("counts.noun", "2"),
        ("people.found", "2"),
        ("counts.found", "1"),
    ]
    assert "(0 missed, 0 extra, 2 wrong)" in page
    assert page.count("held <mark>5 men</mark> &amp; 6 women.") == 3
    assert "Ann &lt;b&gt;<mark>Pellow</mark>&lt;/b&gt; held" in page
    assert "<blockquote><mark>Nobody</mark></blockquote>" in page
    assert "gold&lt;1&gt;" in page
    assert "5 errors by field" in page


def test_the_page_needs_nothing_else() -> None:
    page = error_page(MISTAKES, "rule", None)
    assert not re.search(r"(src|href)=|https?:|@import|url\(", page)
    assert "<summary>count.plain: 5" in page
    assert error_page([], None, None).count("<article") == 0
    assert "No errors." in error_page([], None, None)


def test_without_jinja2_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "jinja2":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NewsfactsError, match=r"pip install 'newsfacts\[view\]'"):
        error_page(MISTAKES, None, None)
