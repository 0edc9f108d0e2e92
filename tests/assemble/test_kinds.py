"""A kind of fact added the way CONTRIBUTING says comes out everywhere: record, table, schema, explanation, evaluation.

The kind is penalty points ("six penalty points"). It is added to a copy of the package, in a process of its own.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newsfacts
from newsfacts.assemble.kinds import KINDS, RULES, kind_named
from newsfacts.record import FACTS, NUMBERS, Kind

PHRASES = Path(__file__).parents[2] / "corpus" / "phrases"

MODEL = '''class Penalty(NumberFact):
    """State penalty points on a licence."""

    kind: Literal["penalty"] = "penalty"
    """Always "penalty"."""
    licence: str | None
    """Whose or which licence, as written."""


'''
KIND_FILE = '''"""Penalty points as a kind of fact."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsfacts.figures.bounds import BoundReader
from newsfacts.figures.figure import Figure, figure
from newsfacts.figures.figure_kind import FigureKind, Find
from newsfacts.figures.numbers import Number
from newsfacts.figures.question import Claimed, Question, Shared, claimed
from newsfacts.language.pipeline import Sentence
from newsfacts.record.facts import Penalty
from newsfacts.rules.kind import Compare, Gold, GoldField
from newsfacts.rules.rule import Rule

__all__ = ["KIND"]

_POINTS = Rule("penalty.points", "NUMBER penalty points", "courts endorse licences with points")
_BEHIND = re.compile(r" penalty points?(?: on (?P<licence>\\w+ licence))?")


@dataclass(frozen=True, slots=True)
class PenaltyMatch:
    """Hold penalty points."""

    figure: Figure
    """The number."""
    licence: str | None
    """Whose licence."""
    rule: str
    """Id of the rule."""


def _reader(shared: Shared) -> Find:
    def find(asked: Question, numbers: Sequence[Number]) -> Claimed:
        return claimed(_penalties(asked.sentence, numbers, shared.bounds), numbers)

    return find


def _penalties(sentence: Sentence, numbers: Sequence[Number], bounds: BoundReader) -> Iterator[PenaltyMatch]:
    for number in numbers:
        behind = _BEHIND.match(sentence.text, number.end - sentence.start)
        if behind:
            bound = bounds.read(sentence.text, number.start - sentence.start, number.end - sentence.start)
            bound = replace(bound, start=bound.start + sentence.start, end=bound.end + sentence.start)
            yield PenaltyMatch(figure(number, bound), behind["licence"], _POINTS.id)


def _fields(match: PenaltyMatch) -> Mapping[str, Any]:
    return {"licence": match.licence}


KIND = FigureKind(
    model=Penalty,
    match=PenaltyMatch,
    fields=_fields,
    rules=(_POINTS,),
    gold=Gold("penalties", GoldField("licence", Compare.WORDS)),
    reader=_reader,
    words=("number_words", "comparators"),
)
'''
GOLD = '''class Penalty(_Fact):
    """Hold penalty points."""

    value: Value = _asked()
    """The number as a text."""
    licence: Text = None
    """Whose or which licence, as written."""


'''
LOOK = """
import json
from newsfacts.engines.component.drawing import displacy_options
from newsfacts.evaluation.gold import faults
from newsfacts.evaluation.schemas import schemas as of_gold
from newsfacts.evaluation.scoring import KINDS, as_items
from newsfacts.explain import explain, format_fact, word_book
from newsfacts.extract import load
from newsfacts.tables.rows import record_rows
from newsfacts.tables.schema import schemas

text = "The driver got at least six penalty points on his licence and 12 people were hurt."
extractor = load()
record = extractor.extract(text)
told = [format_fact(one, text) for one in explain(text, record, word_book(), extractor.language.lemma)]
items = as_items(json.loads(record.model_dump_json()))
print(json.dumps({
    "facts": json.loads(record.model_dump_json())["facts"],
    "article_id": record.article_id,
    "rows": len(record_rows(record)["facts"]),
    "schemas": {**dict(schemas()), **dict(of_gold())},
    "faults": list(faults({"id": "a", "penalties": [{"start": 4, "end": 5, "value": "six", "licence": "his"}]})),
    "colours": displacy_options()["colors"],
    "told": told,
    "items": {kind: len(items[kind]) for kind in KINDS},
}, default=str))
"""


def _insert(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Add the kind to a copy: a folder, a line in the list, the model; see what comes out."""
    package = tmp_path_factory.mktemp("copy") / "newsfacts"
    shutil.copytree(Path(newsfacts.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    folder = package / "figures" / "penalty"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""Penalty points on licences."""\n', "utf-8")
    (folder / "kind.py").write_text(KIND_FILE, "utf-8")
    kinds = package / "figures" / "kinds.py"
    _insert(kinds, "from newsfacts.rules.kind", "from newsfacts.figures.penalty.kind import KIND as PENALTY\n"
            "from newsfacts.rules.kind")  # fmt: skip
    _insert(kinds, "    QUANTITY,\n)", "    QUANTITY,\n    PENALTY,\n)")
    record = package / "record"
    _insert(record / "values.py", '    QUOTE = "quote"\n', '    QUOTE = "quote"\n    PENALTY = "penalty"\n')
    _insert(record / "facts.py", "class Quote(_Fact):\n", MODEL + "class Quote(_Fact):\n")
    _insert(record / "facts.py", "Percentage | Quantity | Quote,", "Percentage | Quantity | Penalty | Quote,")
    gold = package / "evaluation" / "gold_model.py"
    _insert(gold, "class Quote(Item):\n", GOLD + "class Quote(Item):\n")
    for name, model in (("quotes", "Penalty"), ("optional_quotes", "OpenItem")):
        field = f"    {name.replace('quotes', 'penalties')}: list[{model}] | None = None\n"
        _insert(gold, f"    {name}: list", f'{field}    """Penalty points."""\n    {name}: list')
    ran = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(package.parent)},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_a_new_kind_is_in_the_record(seen: Any) -> None:
    penalty, count = seen["facts"]
    assert (penalty["kind"], penalty["rule"], penalty["text"]) == ("penalty", "penalty.points", "at least six")
    assert (penalty["value"], penalty["comparator"], penalty["licence"]) == (6, "ge", "his licence")
    assert (count["kind"], count["noun"]) == ("count", "people")


def test_its_id_is_its_own(seen: Any) -> None:
    penalty = seen["facts"][0]
    article = seen["article_id"]
    key = f"{article}\x1fpenalty\x1f{penalty['start_char']}\x1f{penalty['end_char']}"
    assert penalty["fact_id"] == hashlib.sha256(key.encode()).hexdigest()[:16]


def test_a_new_kind_is_in_tables_and_schemas(seen: Any) -> None:
    assert seen["rows"] == 2
    assert '"Penalty"' in seen["schemas"]["record.schema.json"]
    assert '"licence"' in seen["schemas"]["tables/facts.schema.json"]
    assert "licence" in seen["schemas"]["sql/postgresql.sql"]
    assert "licence" in seen["schemas"]["spark/row.json"]


def test_a_new_kind_can_be_annotated(seen: Any) -> None:
    assert '"penalties"' in seen["schemas"]["gold.schema.json"]
    assert seen["faults"] == ['penalties[0].value: \'six\'; expected a number ("1250", "12.5") or a range ("20-30")']
    assert seen["colours"]["penalty"].startswith("#")


def test_a_new_kind_is_explained(seen: Any) -> None:
    assert "courts endorse licences with points" in seen["told"][0]
    assert "'six' at 24: number_words" in seen["told"][0]


def test_a_new_kind_is_evaluated(seen: Any) -> None:
    assert seen["items"]["penalties"] == 1


def test_every_model_is_a_kind() -> None:
    assert tuple(kind.model for kind in KINDS) == FACTS
    assert {kind.kind for kind in KINDS} == set(Kind)
    assert {kind.kind for kind in KINDS if kind.says("value")} == NUMBERS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.kind))
def test_a_kind_is_whole(kind: Any) -> None:
    assert kind_named(str(kind.kind)) is kind
    assert set(kind.rules) <= set(RULES)
    assert (PHRASES / f"{kind.kind}.toml").is_file()
    assert kind.says(kind.gold.decides.record)
    assert all(kind.says(field.record) for field in kind.gold.fields)
