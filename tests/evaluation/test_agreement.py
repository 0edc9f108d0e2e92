"""How far two annotators agree: items, fields with what either accepts, ties, events, sections, differences."""

import json
from typing import Any

import pytest

from newsfacts.errors import EvaluationError
from newsfacts.evaluation.agreement import agree, agree_files
from newsfacts.evaluation.agreement_table import format_agreement, format_agreement_json, format_differences

MEN: dict[str, Any] = {"span": "5 men", "start": 0, "end": 5, "value": "5", "comparator": "eq", "noun": "men"}
MEN |= {"action": "arrest", "agent": "police", "event_type": "arrest", "status": "asserted", "key": "a", "event": "e1"}
CARS: dict[str, Any] = {
    "span": "6 cars",
    "start": 10,
    "end": 16,
    "value": "6",
    "noun": "cars",
    "key": "b",
    "event": "e1",
}
TENCH = {"name": "Moira Tench", "aliases": [], "titles": ["Inspector"], "part": "police", "age": None}

ONE: dict[str, Any] = {
    "id": "x",
    "people": [TENCH],
    "counts": [MEN, CARS],
    "relations": [{"type": "subset_of", "of": "a", "to": "b"}],
    "section_kinds": [{"start": 0, "end": 6, "kind": "head"}, {"start": 6, "end": 20, "kind": "body"}],
}


def other(**changes: Any) -> dict[str, Any]:
    return ONE | changes


def fields(second: dict[str, Any], first: dict[str, Any] = ONE) -> set[str]:
    """Name what the two see differently."""
    return {one.name for one in agree({"x": first}, {"x": second}).differences}


SAME: list[dict[str, Any]] = [
    other(),
    other(counts=[MEN | {"comparator": ""}, CARS]),
    other(counts=[MEN | {"agent": "the police"}, CARS]),
    other(counts=[MEN | {"action": "arrested"}, CARS]),
    other(counts=[MEN | {"event_type": "other", "event_type_alt": ["arrest"]}, CARS]),
    other(counts=[{key: value for key, value in MEN.items() if key != "status"}, CARS]),
    other(counts=[MEN], optional_counts=[{"start": 12, "end": 16}], relations=[]) | {"relations": []},
    other(people=[TENCH | {"titles": ["inspector"]}]),
]


@pytest.mark.parametrize("second", SAME)
def test_what_either_accepts_or_leaves_open_is_no_difference(second: dict[str, Any]) -> None:
    first = ONE if second["relations"] else ONE | {"relations": []}
    assert fields(second, first) == fields(first, second) == set()


DIFFERENT: list[tuple[dict[str, Any], set[str]]] = [
    (other(counts=[MEN | {"event_type": "charge"}, CARS]), {"counts.event_type"}),
    (other(counts=[MEN | {"agent": "a neighbour"}, CARS]), {"counts.agent"}),
    (other(counts=[MEN | {"agent": ""}, CARS]), {"counts.agent"}),
    (other(counts=[MEN], relations=[]), {"counts.found"}),
    (other(people=[]), {"people.found"}),
    (other(people=[TENCH | {"part": "witness"}]), {"people.part"}),
    (other(relations=[]), {"relations.subset_of"}),
    (other(section_kinds=[{"start": 0, "end": 20, "kind": "body"}]), {"sections.kind"}),
]


@pytest.mark.parametrize(("second", "names"), DIFFERENT)
def test_a_difference_has_its_kind_and_field(second: dict[str, Any], names: set[str]) -> None:
    assert fields(second) == fields(ONE, second) == names


def test_shares_are_counted() -> None:
    second = other(counts=[MEN | {"noun": "women"}, {"start": 17, "end": 20, "value": "7", "noun": "dogs"}])
    found = agree({"x": ONE, "y": {}}, {"x": second, "z": {}})
    counts = found.found["counts.found"]
    assert (counts.right, counts.wanted, counts.given, counts.f1) == (1, 2, 2, 0.5)
    assert found.found["counts.full"].right == 0
    assert (found.fields["counts.noun"].share, found.fields["counts.event_type"].share) == (0, 1)
    assert (found.articles, found.only_one, found.only_other) == (1, ["y"], ["z"])
    assert found.fields["sections.kind"].share == 1
    assert len(found.fields["sections.kind"].pairs) == 20


def test_events_are_compared_by_what_belongs_together() -> None:
    apart = other(counts=[MEN, CARS | {"event": "e2"}])
    named = other(counts=[MEN | {"event": "e7"}, CARS | {"event": "e7"}])
    assert agree({"x": ONE}, {"x": named}).events.f1 == 1
    assert agree({"x": ONE}, {"x": apart}).events.recall == 0.5


def test_alpha_takes_texts_of_the_same_words_for_one() -> None:
    agents = [("Ayr police", "the police of Ayr"), ("a neighbour", "neighbours"), ("a court", "a court")]
    sides: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
    for place, pair in enumerate(agents):
        for side, agent in zip(sides, pair, strict=True):
            side[str(place)] = {"counts": [MEN | {"agent": agent}]}
    assert agree(*sides).fields["counts.agent"].alpha == 1


def test_the_table_and_the_list_say_it_in_words() -> None:
    second = other(counts=[MEN | {"event_type": "charge"}], people=[], relations=[])
    found = agree({"x": ONE, "y": {}}, {"x": second})
    table = format_agreement(found).splitlines()
    assert table[0] == "1 article that A and B both have"
    assert "counts.found                    2      1      1  0.667" in table
    assert "counts.event_type               1      0  0.000  0.000  few" in table
    assert "counts.noun                     1      1  1.000    n/a  few" in table
    assert table[-1] == "only A has: y"
    assert format_differences(found.differences).splitlines() == [
        "x:",
        '  people.found | "Moira Tench" | A: Moira Tench police | B: nothing',
        '  counts.event_type | 0-5 "5 men" | A: arrest | B: charge',
        '  counts.found | 10-16 "6 cars" | A: 6 cars | B: nothing',
    ]
    assert format_differences([]) == "no differences"
    written = json.loads(format_agreement_json(found))
    assert written["items"]["counts.found"] == {"a": 2, "b": 1, "both": 1, "f1": 2 / 3}
    assert written["fields"]["counts.noun"]["alpha"] is None
    assert len(written["differences"]) == 3


def test_files_without_a_common_article_are_refused(tmp_path: Any) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name}))
    with pytest.raises(EvaluationError, match=r"b.jsonl: no article that .*a.jsonl has, too \('a'; 'b'\)"):
        agree_files(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
