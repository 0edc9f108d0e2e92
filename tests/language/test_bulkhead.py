"""One reader that fails costs its own answer; all else of the record stays, and a warning says what is missing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from newsfacts.article import Article
from newsfacts.extract import Extractor
from newsfacts.figures.question import Claimed
from newsfacts.language.bulkhead import Bulkhead
from newsfacts.record import Record, WarningCode

TEXT = (
    "POLICE HOLD TWO\n\nChief Inspector Ada Roe said: “We are glad that it is over.” On Monday officers in Ayr held "
    "12 suspects, of whom five were women, and seized 3 kg of heroin. Burglary fell by 7 percent in Leeds last year. "
    "Some £400 was stolen in Hull, and £90 of it was recovered."
)
KINDS = {"count", "money", "percentage", "quantity", "quote"}


class Breaks:
    """Stand in for a reader and raise in one of its methods; everything else is the reader's own."""

    def __init__(self, reader: Any, method: str) -> None:
        self._reader, self._method = reader, method

    def __getattr__(self, name: str) -> Any:
        return self._raise if name == self._method else getattr(self._reader, name)

    def _raise(self, *given: Any, **named: Any) -> Any:
        raise KeyError("told to")


READERS = [
    (("pages",), "read", "page", KINDS),
    (("people",), "find", "people", KINDS),
    (("people",), "references", "references", KINDS),
    (("people",), "_in_scene", "people", KINDS),
    (("people",), "_person", "persons", KINDS),
    (("quotes",), "find", "quotes", KINDS - {"quote"}),
    (("figures",), "find", "figures", {"quote"}),
    (("figures", "claims"), "open", "numbers", {"quote"}),
    (("figures", "readers", 0), "find", "percentages", KINDS - {"percentage"}),
    (("figures", "readers", 1), "find", "money", KINDS - {"money"}),
    (("figures", "readers", 2), "find", "quantities", KINDS - {"quantity"}),
    (("figures", "readers", 3), "find", "counts", KINDS - {"count"}),
    (("figures", "predicates"), "read", "predicates", KINDS),
    (("figures", "roles"), "read", "money roles", KINDS),
    (("assembler", "times"), "read", "times", KINDS),
    (("assembler", "places"), "read", "places", KINDS),
    (("assembler", "statuses"), "read", "statuses", KINDS),
    (("assembler", "events"), "event_type", "events", KINDS),
    (("assembler", "ties"), "read", "ties", KINDS),
]


def broken(extractor: Any, path: tuple[str | int, ...], method: str) -> Iterator[None]:
    """Put a reader that raises into a part of the extractor, and take it out again; a number is a place in a list."""
    holder = reader = extractor
    for step in path:
        holder, reader = reader, reader[step] if isinstance(step, int) else getattr(reader, step)
    if isinstance(path[-1], int):
        whole = getattr(reader, method)
        object.__setattr__(reader, method, Breaks(reader, method)._raise)
        yield
        object.__setattr__(reader, method, whole)
        return
    if method.startswith("_"):
        object.__setattr__(reader, method, Breaks(reader, method)._raise)
        yield
        object.__delattr__(reader, method)
        return
    object.__setattr__(holder, path[-1], Breaks(reader, method))
    yield
    object.__setattr__(holder, path[-1], reader)


@pytest.fixture
def record_of(extractor: Extractor, request: pytest.FixtureRequest) -> Iterator[Record]:
    path, method = request.param
    around = broken(extractor, path, method)
    next(around)
    try:
        yield extractor.extract(Article("a", TEXT))
    finally:
        next(around, None)


def test_the_text_holds_every_kind(extractor: Extractor) -> None:
    record = extractor.extract(Article("a", TEXT))
    assert {fact.kind for fact in record.facts} == KINDS
    assert record.people
    assert not record.warnings


@pytest.mark.parametrize(
    ("record_of", "reader", "left"), [((path, method), name, left) for path, method, name, left in READERS],
    indirect=["record_of"], ids=[f"{'.'.join(map(str, path))}.{method}" for path, method, _, _ in READERS],
)  # fmt: skip
def test_the_rest_of_the_record_stays(record_of: Record, reader: str, left: set[str]) -> None:
    told = [warning for warning in record_of.warnings if warning.code is WarningCode.READER_FAILED]
    assert told
    assert all(warning.message == f"the reader of {reader} failed: KeyError: 'told to'" for warning in told)
    assert all(TEXT[warning.start_char or 0 : warning.end_char].strip() for warning in told)
    assert {fact.kind for fact in record_of.facts} >= left - ({"quote"} if reader == "people" else set())


def test_a_number_that_its_reader_could_not_read_is_nobody_elses(extractor: Extractor) -> None:
    text = "Officers arrested 12 men and found 7 percent of the 3 kg of heroin."

    first, *others = extractor.figures.readers

    def find(asked: Any, numbers: Any) -> Claimed:
        if any(number.value == 7 for number in numbers):
            raise ValueError("seven")
        return Claimed([], set())

    figures = replace(extractor.figures, readers=(replace(first, find=find), *others))
    record = replace(extractor, figures=figures).extract(Article("a", text))
    assert [(fact.kind, fact.text) for fact in record.facts] == [("count", "12 men"), ("quantity", "3 kg")]
    failed = [warning for warning in record.warnings if warning.code is WarningCode.READER_FAILED]
    assert len(failed) == 1


def test_want_of_memory_is_the_whole_articles() -> None:
    def read() -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        Bulkhead().ask("x", (0, 1), read)


@pytest.mark.parametrize(
    "text", ["'Who did it?': Detectives ask for help.", "“Who did it?”: Police ask", "“Stop!”; Go."]
)
def test_a_quotation_with_nothing_behind_it_but_a_colon(extractor: Extractor, text: str) -> None:
    assert not extractor.extract(Article("a", text)).warnings
