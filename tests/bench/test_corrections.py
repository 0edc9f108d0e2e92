"""Gold taken as corrections makes gold of records again, and the bench deals articles into halves."""

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from newsfacts.evaluation.agreement import agree
from newsfacts.evaluation.correcting import correct
from newsfacts.evaluation.gold import faults
from newsfacts.record import Record, to_json

BENCH = Path(__file__).parents[2] / "bench"


def _module(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


as_corrected, bench = _module("as_corrected"), _module("corrections")


def test_what_a_reader_would_correct_gives_gold(
    corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]
) -> None:
    records = {name: json.loads(to_json(record)) for name, record in corpus_records.items()}
    given = [one for name, gold in corpus_gold.items() for one in as_corrected.corrections_of(gold, records[name])]
    made = {gold["id"]: gold for gold in correct(records, given).gold}
    assert [list(faults(gold)) for gold in made.values() if list(faults(gold))] == []
    found = agree(corpus_gold, made)
    wrong = [
        one
        for one in found.differences
        if not one.name.startswith(("relations", "sections")) and not _namesake(corpus_gold[one.article_id], one.text)
    ]
    assert wrong == []
    assert {name: score.f1 for name, score in found.found.items() if "relations" not in name} == dict.fromkeys(
        [
            f"{kind}.{level}"
            for kind in ("people", "counts", "money", "percentages", "quantities", "quotes")
            for level in ("found", "full")
        ],
        1.0,
    )


def _namesake(gold: dict[str, Any], name: str) -> bool:
    """Tell whether two people bear a name, who then cannot be told apart by it."""
    return [person["name"] for person in gold["people"]].count(name) > 1


@pytest.mark.parametrize("other", [False, True])
def test_halves_are_dealt_the_same_way_every_time(other: bool) -> None:
    ids = [f"a{number}" for number in range(9)]
    one, two = bench._halves(ids, other=other), bench._halves(reversed(ids), other=other)
    assert one == two
    assert sorted([*one[0], *one[1]]) == ids
    assert (bench._halves(ids, other=not other)) == one[::-1]
