"""Data frames in: the same articles whatever library holds them, and nothing lost."""

import datetime
from typing import Any

import pytest

import newsfacts
from newsfacts.article import Article
from newsfacts.errors import InputError
from newsfacts.record import Failure, Record
from newsfacts.sources import ReadOptions
from newsfacts.sources.frames import from_dataframe

COLUMNS: dict[str, list[Any]] = {
    "article_id": ["a", "b", "a", None],
    "text": ["Police held 5 men.", None, "Police held 6 men.", "Police held 7 men."],
    "title": ["Raid", None, None, None],
    "published": [datetime.datetime(2024, 5, 31), None, None, None],
    "more": [1, 2, 3, 4],
}
LIBRARIES = ("pandas", "polars", "pyarrow")


def frame(library: str, columns: dict[str, list[Any]]) -> Any:
    module = pytest.importorskip(library, reason=f"{library} is not installed")
    return module.table(columns) if library == "pyarrow" else module.DataFrame(columns)


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_row_is_an_article_or_a_failure(library: str) -> None:
    told = list(from_dataframe(frame(library, COLUMNS)))
    assert [type(item) for item in told] == [Article, Failure, Failure, Article]
    first, empty, twice, last = told
    assert isinstance(first, Article)
    assert (first.article_id, first.title, first.published) == ("a", "Raid", datetime.date(2024, 5, 31))
    assert isinstance(empty, Failure)
    assert "'text' is null; expected 'text' with the article's text, a string" in empty.message
    assert isinstance(twice, Failure)
    assert (twice.error, twice.message.split(";")[0]) == ("DuplicateId", "row 3: article_id 'a' was in row 1 before")
    assert last.article_id == "row:4"


@pytest.mark.parametrize("library", LIBRARIES)
def test_columns_may_have_other_names(library: str) -> None:
    given = frame(library, {"body": ["5 men", "6 men"], "n": [7, 8]})
    (first, _) = from_dataframe(given, reading=ReadOptions(text_field="body", id_field="n"))
    assert isinstance(first, Article)
    assert (first.article_id, first.text) == ("7", "5 men")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_frame_without_a_text_says_what_it_has(library: str) -> None:
    with pytest.raises(InputError, match="no column 'text'; it has body, n; rename the right one"):
        from_dataframe(frame(library, {"body": ["5 men"], "n": [7]}))


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(InputError, match="a list is no data frame"):
        from_dataframe([])


def test_a_frame_goes_in_and_a_frame_comes_out(extractor: Any) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    results = list(extractor.pipe(newsfacts.from_dataframe(pandas.DataFrame(COLUMNS))))
    assert [type(result) for result in results] == [Record, Failure, Failure, Record]
    facts = newsfacts.to_pandas(results)
    assert list(facts["text"]) == ["5 men", "7 men"]
    assert len(newsfacts.to_pandas(results, "failures")) == 2


def test_one_record_is_as_good_as_a_list_of_one(extractor: Any) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    record = extractor.extract("Police held 5 men.")
    assert newsfacts.to_pandas(record).equals(newsfacts.to_pandas([record]))
    assert list(newsfacts.to_pandas(record)["text"]) == ["5 men"]
