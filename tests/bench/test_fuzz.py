"""The fuzzer makes the same texts of one seed, sees a fault where there is one, and finds none in a few hundred."""

import importlib.util
import sys
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsfacts.extract import Extractor
from newsfacts.record import Record
from newsfacts.tables.schema import json_schema

BENCH = Path(__file__).parent.parent.parent / "bench" / "fuzz.py"


@pytest.fixture(scope="module")
def bench() -> Any:
    spec = importlib.util.spec_from_file_location("bench_fuzz", BENCH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_fuzz"] = module
    spec.loader.exec_module(module)
    return module


def test_the_same_seed_makes_the_same_texts(bench: Any) -> None:
    one, other = (list(bench.inputs(200, 7, bench.corpus())) for _ in range(2))
    assert one == other
    assert len(set(one)) > 150
    assert one != list(bench.inputs(200, 8, bench.corpus()))


def test_nothing_is_found(bench: Any, extractor: Extractor) -> None:
    found, shortest, number = bench.fuzz(extractor, bench.inputs(300, 3, bench.corpus()))
    assert number == 300
    assert not found, shortest


FOUND = [
    "Less than zero hundred and half suspects were held.",
    ' admit it." Jin said.',
    "The detection rate was at least -4.5% in May.",
    "1e9 250,19,123456789012345678901234567890–−7½",
    "Officers seized 4 rounds in the          city on Sunday.",
    "The pair allowed it. On Sept. 8, about ٣٤) ① men is son inside. Omondi, Ada Roe, 100, was fined.",
    "The lead of ① of the men was held; ① in ⑤ of them fled.",
]
"""Texts in which longer runs found a fault, cut to what it takes."""


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found_once_stays_mended(bench: Any, extractor: Extractor, text: str) -> None:
    found, _, _ = bench.fuzz(extractor, iter([text]))
    assert not found


def test_every_form_of_the_grammar_leads_somewhere(bench: Any) -> None:
    named = {part.split("}")[0] for forms in bench.GRAMMAR.values() for form in forms for part in form.split("{")[1:]}
    assert named | {"S"} == set(bench.GRAMMAR)


SPOILED = [
    ({"text": "x"}, "span of Count is not the text's"),
    ({"min_value": Decimal(9)}, "bounds of a count are not in order"),
    ({"value": Decimal(-5), "min_value": None, "max_value": None}, "a count is negative"),
    ({"repeats": "nothing"}, "a count refers to no other fact"),
    ({"agent_person_id": "p9"}, "a count refers to nobody"),
]


@pytest.mark.parametrize(("change", "fault"), SPOILED)
def test_a_fault_is_seen(bench: Any, extractor: Extractor, change: dict[str, Any], fault: str) -> None:
    text = "Police held 5 men."
    record = extractor.extract(text)

    class Spoils:
        def extract(self, given: str) -> Record:
            return record.model_copy(update={"facts": [record.facts[0].model_copy(update=change)]})

    schema = jsonschema.Draft202012Validator(json_schema("record", Record))
    assert fault in list(bench.faults(Spoils(), text, schema))
    assert not list(bench.faults(extractor, text, schema))


def test_an_exception_is_seen(bench: Any) -> None:
    class Breaks:
        def extract(self, given: str) -> Record:
            raise KeyError("μg")

    assert list(islice(bench.faults(Breaks(), "x", None), 2)) == ["exception KeyError: 'μg'"]
