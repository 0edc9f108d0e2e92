"""Hold the quality that was reached: scores on the corpus may not fall below corpus/floors.json."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsfacts.evaluation.evaluate import evaluate, format_table
from newsfacts.record import Record, to_json

FLOORS = Path(__file__).parent.parent / "corpus" / "floors.json"


BY_GROUP: dict[str, dict[str, float]] = json.loads(FLOORS.read_text())


def group_of(article_id: str) -> str:
    """Tell the articles beside which the extractor was built from those that were written and annotated blind later."""
    return "blind" if article_id.startswith(("page-", "stats-", "who-")) else "first"


@pytest.mark.parametrize("group", sorted(BY_GROUP))
def test_no_score_is_below_its_floor(
    group: str, corpus_gold: dict[str, dict[str, Any]], corpus_records: dict[str, Record]
) -> None:
    gold = {article_id: one for article_id, one in corpus_gold.items() if group_of(article_id) == group}
    report = evaluate(gold, {article_id: json.loads(to_json(corpus_records[article_id])) for article_id in gold})
    reached = {name: figure or 0.0 for name, figure in report.reached().items()}
    floors = BY_GROUP[group]
    fallen = {name: (floor, round(reached[name], 4)) for name, floor in floors.items() if reached[name] < floor}
    assert not fallen, f"below the floor (floor, reached): {fallen}\n{format_table(report)}"


def test_every_span_of_every_record_is_the_text_at_its_offsets(corpus_records: dict[str, Record]) -> None:
    for article_id, record in corpus_records.items():
        text = (FLOORS.parent / "articles" / article_id).read_bytes().decode("utf-8")
        spans = [
            *record.facts,
            *(m for p in record.people for m in p.mentions),
            *(r for p in record.people for r in p.roles),
        ]
        assert [span.text for span in spans] == [text[span.start_char : span.end_char] for span in spans]
        assert "".join(text[s.start_char : s.end_char] for s in record.sections) == text


def test_every_fact_has_an_id_of_its_own(corpus_records: dict[str, Record]) -> None:
    facts = [fact for record in corpus_records.values() for fact in record.facts]
    ids = [fact.fact_id for fact in facts]
    assert not [(fact.text, fact.rule) for fact in facts if ids.count(fact.fact_id) > 1]
