"""Gold to Label Studio and DocBin and back: nothing is lost, and what a tool changed is what comes back."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import DocBin, Span

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.beside import articles_beside
from newsfacts.evaluation.exchange.controls import CONTROLS, labelling_interface
from newsfacts.evaluation.exchange.docbin import SPANS_KEY, read_docbin, write_docbin
from newsfacts.evaluation.exchange.label_studio import read_tasks, tasks
from newsfacts.evaluation.files import read_gold
from newsfacts.evaluation.gold import faults

ARTICLES = Path(__file__).parents[3] / "corpus" / "articles"
TEXT = "😀 Moira Tench held 5 men in Ayr.\nTench then held 6 women."


def item(span: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(span)
    return {"span": span, "start": start, "end": start + len(span)} | more


GOLD: dict[str, Any] = {
    "id": "x",
    "published": "2024-05-01",
    "people": [
        {
            "name": "Moira Tench",
            "aliases": ["Tench"],
            "titles": [],
            "part": "police",
            "age": None,
            "part_alt": ["other"],
        },
        {"name": "Jory Bolitho", "aliases": []},
    ],
    "counts": [
        item("5 men", value="5", noun="men", event_type="arrest", status="asserted", key="a", noun_alt=["people"]),
        item("6 women", value="6", noun="women", key="b"),
    ],
    "money": [],
    "optional_quotes": [item("in Ayr", speaker="")],
    "not_facts": [item("Ayr", why="a town")],
    "relations": [{"type": "subset_of", "of": "b", "to": "a"}],
    "section_kinds": [{"start": 0, "end": len(TEXT), "kind": "body"}],
}


def exported(gold: Mapping[str, Any] = GOLD) -> list[dict[str, Any]]:
    return list(json.loads(tasks({"x": gold}, {"x": Article("x", TEXT)})))


def imported(given: object, folder: Path, annotator: str | None = None) -> list[dict[str, Any]]:
    (folder / "tasks.json").write_text(json.dumps(given))
    return read_tasks(folder / "tasks.json", annotator)


def whole(gold: Mapping[str, Any]) -> dict[str, Any]:
    """Give gold without empty lists, facts in text order and with their words."""
    kept = {key: value for key, value in gold.items() if value}
    for key, value in kept.items():
        if isinstance(value, list) and isinstance(value[0], dict) and "start" in value[0]:
            items = [{name: said for name, said in one.items() if name != "span"} for one in value]
            kept[key] = sorted(items, key=lambda one: (one["start"], one["end"]))
    return kept


@pytest.fixture(scope="module")
def corpus() -> tuple[dict[str, dict[str, Any]], dict[str, Article]]:
    golds = read_gold(ARTICLES)
    return {name: golds[name] for name in list(golds)[::6]}, articles_beside(ARTICLES) or {}


def test_label_studio_gives_back_what_it_was_given(corpus: Any, tmp_path: Path) -> None:
    golds, articles = corpus
    (tmp_path / "tasks.json").write_text(tasks(golds, articles))
    assert list(map(whole, read_tasks(tmp_path / "tasks.json"))) == list(map(whole, golds.values()))


def test_a_docbin_gives_back_what_it_was_given(corpus: Any, tmp_path: Path) -> None:
    golds, articles = corpus
    write_docbin(golds, articles, tmp_path / "gold.spacy")
    assert list(map(whole, read_docbin(tmp_path / "gold.spacy"))) == list(map(whole, golds.values()))


def test_a_task_has_regions_fields_and_relations() -> None:
    (task,) = exported()
    result = task["annotations"][0]["result"]
    labels = {
        entry["id"]: (entry["value"]["labels"][0], entry["value"]["text"])
        for entry in result
        if "labels" in entry.get("value", {})
    }
    assert labels == {
        "people:0": ("person", "Moira Tench"),
        "people:0:1": ("person", "Tench"),
        "counts:0": ("count", "5 men"),
        "counts:1": ("count", "6 women"),
        "optional_quotes:0": ("quote", "in Ayr"),
        "not_facts:0": ("not_fact", "Ayr"),
    }
    answers = {(entry["id"], entry["from_name"]): entry["value"] for entry in result if "value" in entry}
    assert answers["counts:0", "event_type"]["choices"] == ["arrest"]
    assert answers["counts:0", "noun"]["text"] == ["men"]
    assert answers["people:0", "aliases"]["text"] == ["Tench"]
    assert ("optional_quotes:0", "optional") in answers
    tie = {
        "type": "relation",
        "from_id": "counts:1",
        "to_id": "counts:0",
        "direction": "right",
        "labels": ["subset_of"],
    }
    assert tie in result


def test_the_interface_has_a_control_for_every_answer() -> None:
    interface = labelling_interface()
    for label, controls in CONTROLS.items():
        assert f'<Label value="{label}"' in interface
        assert all(f'name="{one.field}"' in interface for one in controls)
    assert '<Choice value="asserted"/>' in interface
    assert "label-studio.xml" in {path.name for path in (ARTICLES.parents[1] / "schemas").iterdir()}


def changed(task: dict[str, Any], **how: Any) -> dict[str, Any]:
    """Change a task as an annotator would: regions gone, answers given or taken, regions new."""
    result = task["annotations"][0]["result"]
    result = [one for one in result if one.get("id") not in how.get("gone", ())]
    result = [one for one in result if (one.get("id"), one.get("from_name")) not in how.get("cleared", ())]
    return task | {"annotations": [{"result": [*result, *how.get("new", ())]}]}


def label(name: str, start: int, end: int, kind: str, text: str | None = None) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [kind], "text": TEXT[start:end] if text is None else text}
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def test_what_an_annotator_changes_comes_back(tmp_path: Path) -> None:
    (task,) = exported()
    answer = {"id": "new", "from_name": "noun", "type": "textarea", "value": {"start": 20, "end": 25, "text": ["x"]}}
    new = [label("new", 28, 31, "count"), answer, label("kSr2", 2, 7, "person")]
    given = changed(task, gone=["counts:1"], cleared=[("counts:0", "noun"), ("optional_quotes:0", "optional")], new=new)
    (gold,) = imported([given], tmp_path)
    first, second = gold["counts"]
    assert (first["noun"], first["noun_alt"], first["event_type"]) == ("", ["people"], "arrest")
    assert (second["span"], second["noun"]) == ("Ayr", "x")
    assert [person["name"] for person in gold["people"]] == ["Moira Tench", "Jory Bolitho", "Moira"]
    assert ([one["span"] for one in gold["quotes"]], "optional_quotes" in gold) == (["in Ayr"], False)
    assert gold["relations"] == []
    assert "counts[1].value: missing" in next(faults(gold))


def test_offsets_count_characters_or_halves_of_them_as_their_words_tell(tmp_path: Path) -> None:
    start = TEXT.index("Ayr")
    for moved in (0, 1):  # the emoji is one character of Python and two of JavaScript
        new = [label("n", start + moved, start + moved + 3, "not_fact", "Ayr")]
        (gold,) = imported([{"data": {"text": TEXT, "article_id": "x"}, "annotations": [{"result": new}]}], tmp_path)
        assert gold["not_facts"] == [{"span": "Ayr", "start": start, "end": start + 3}]


def test_whose_annotation_is_taken_can_be_said(tmp_path: Path) -> None:
    (task,) = exported()
    by = [{"result": [], "completed_by": {"id": 2, "email": "b@x"}}, task["annotations"][0] | {"completed_by": 1}]
    both = task | {"annotations": [{"result": [], "was_cancelled": True}, *by]}
    numbers = [len(imported([both], tmp_path, who)[0]["counts"]) for who in (None, "1", "b@x")]
    assert numbers == [0, 2, 0]
    assert imported([both], tmp_path, "3") == []


BROKEN: list[tuple[object, str]] = [
    ({}, "dict; expected a list of tasks"),
    ([{"annotations": [{"result": []}]}], "task 0: no 'data'"),
    ([{"data": {"text": TEXT}, "annotations": [{"result": []}]}], "task 0: no article_id"),
    ([changed(exported()[0], new=[label("n", 0, 2, "cat")])], "label 'cat' of region n; expected person, count"),
    ([changed(exported()[0], new=[label("n", 0, 2, "count", "dogs")])], "region n: 'dogs' is not what stands at 0-2"),
]


@pytest.mark.parametrize(("given", "message"), BROKEN)
def test_what_is_no_export_says_what_would_be_right(given: object, message: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=message):
        imported(given, tmp_path)


def docbin(path: Path, *spans: tuple[int, int, str, str], named: bool = True) -> Path:
    doc = spacy.blank("en")(TEXT)
    doc.spans[SPANS_KEY] = [Span(doc, start, end, label=kind, span_id=name) for start, end, kind, name in spans]
    doc.user_data |= {"article_id": "x"} if named else {}
    held = DocBin(store_user_data=True)
    held.add(doc)
    held.to_disk(path)
    return path


def test_spans_of_others_are_gold_when_their_labels_are(tmp_path: Path) -> None:
    (gold,) = read_docbin(docbin(tmp_path / "a.spacy", (1, 3, "person", ""), (4, 6, "count", "")))
    assert gold["people"] == [{"name": "Moira Tench"}]
    assert [one["span"] for one in gold["counts"]] == ["5 men"]


@pytest.mark.parametrize(
    ("spans", "named", "message"),
    [([(0, 1, "cat", "")], True, "doc 0: label 'cat' of '😀'"), ([], False, r'doc 0: no user_data\["article_id"\]')],
)
def test_a_docbin_that_is_not_ours_says_what_is_missing(spans: Any, named: bool, message: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=message):
        read_docbin(docbin(tmp_path / "a.spacy", *spans, named=named))


def test_a_span_inside_a_token_takes_the_token_and_keeps_its_offsets(tmp_path: Path) -> None:
    gold = {"id": "x", "counts": [item("yr", value="1")]}
    write_docbin({"x": gold}, {"x": Article("x", TEXT)}, tmp_path / "a.spacy")
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("en").vocab)
    assert [(span.text, span.label_) for span in doc.spans[SPANS_KEY]] == [("Ayr", "count")]
    assert read_docbin(tmp_path / "a.spacy")[0]["counts"][0]["span"] == "yr"


def test_what_is_no_docbin_or_has_no_article_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"no")
    with pytest.raises(EvaluationError, match="expected a DocBin of spaCy"):
        read_docbin(tmp_path / "x")
    for write in (lambda: tasks({"y": GOLD}, {}), lambda: write_docbin({"y": GOLD}, {}, tmp_path / "y")):
        with pytest.raises(EvaluationError, match="y: gold without its article"):
            write()
