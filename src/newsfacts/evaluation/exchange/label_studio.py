"""Gold as tasks of Label Studio, with spans, labels, fields of each span and relations, and back.

A task has the text and one annotation; the fields of an item are choices and texts of its region, as the labelling
interface in `schemas/label-studio.xml` shows them. What the interface does not show travels in the task's data.

Source:  https://labelstud.io/guide/task_format (tasks), https://labelstud.io/tags/relations (relations). Offsets are
         written as Python counts characters; versions of Label Studio that count UTF-16 units show spans behind an
         emoji moved. Reading takes either: the words that Label Studio gives with a span tell which is meant.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsfacts.article import Article
from newsfacts.errors import EvaluationError
from newsfacts.evaluation.exchange.controls import CONTROLS, LABEL, OPTIONAL, TEXT, Control, Form
from newsfacts.evaluation.exchange.regions import KIND_OF, Kept, Region, gold_of, kept, regions

__all__ = ["read_tasks", "tasks"]

_DATA = "newsfacts"
"""Key of a task's data that holds what is kept."""


def tasks(golds: Mapping[str, Mapping[str, Any]], articles: Mapping[str, Article]) -> str:
    """Write gold, by article id, as the JSON that Label Studio imports: a list of tasks.

    Raises:  EvaluationError where an article is missing.
    """
    written = []
    for article_id, gold in golds.items():
        if article_id not in articles:
            raise EvaluationError(f"{article_id}: gold without its article; expected the articles that gold is of")
        written.append(_task(article_id, gold, articles[article_id].text))
    return json.dumps(written, ensure_ascii=False, indent=1, default=str) + "\n"


def _task(article_id: str, gold: Mapping[str, Any], text: str) -> dict[str, Any]:
    marked = regions(gold, text)
    result = [entry for region in marked for entry in _entries(region, text)]
    ids = {region.fields["key"]: region.region_id for region in marked if region.fields.get("key")}
    for tie in gold.get("relations") or []:
        if tie["of"] in ids and tie["to"] in ids:
            ends = {"from_id": ids[tie["of"]], "to_id": ids[tie["to"]], "direction": "right"}
            result.append({"type": "relation", **ends, "labels": [tie["type"]]})
    data = {"text": text, "article_id": article_id, "title": gold.get("title") or "", _DATA: asdict(kept(gold, marked))}
    return {"data": data, "annotations": [{"result": result}]}


def _entries(region: Region, text: str) -> Iterator[dict[str, Any]]:
    where = {"start": region.start, "end": region.end}
    common = {"id": region.region_id, "to_name": TEXT}
    span = text[region.start : region.end]
    value = {**where, "text": span, "labels": [region.label]}
    yield {**common, "from_name": LABEL, "type": "labels", "value": value}
    for control in CONTROLS[region.label]:
        said = region.fields.get(control.field)
        answers = [str(one) for one in (said if isinstance(said, list) else [said]) if one not in (None, "")]
        if answers:
            yield {**common, "from_name": control.field, "type": control.form, "value": {**where, control.key: answers}}
    if region.optional:
        choice = {**where, Form.CHOICES.value: [OPTIONAL]}
        yield {**common, "from_name": OPTIONAL, "type": Form.CHOICES, "value": choice}


def read_tasks(path: Path, annotator: str | None = None) -> list[dict[str, Any]]:
    """Read gold from what Label Studio exports as JSON; tasks that nobody annotated are left out.

    `annotator` chooses whose annotation is taken, by id or address; else the first that was not cancelled is.

    Raises:  EvaluationError with the task and what would be right where it is not in that form.
    """
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{path}: not JSON ({error}); expected Label Studio's JSON export") from error
    if not isinstance(found, list):
        raise EvaluationError(
            f"{path}: {type(found).__name__}; expected a list of tasks (export as JSON, not JSON-MIN)"
        )
    golds = []
    for place, task in enumerate(found):
        try:
            annotation = _annotation(task, annotator)
            if annotation is not None:
                golds.append(_gold(task["data"], annotation["result"]))
        except (KeyError, TypeError, AttributeError) as error:
            raise EvaluationError(f"{path}: task {place}: no {error}; expected Label Studio's JSON export") from error
        except ValueError as error:
            raise EvaluationError(f"{path}: task {place}: {error}") from error
    return golds


def _annotation(task: Mapping[str, Any], annotator: str | None) -> Mapping[str, Any] | None:
    for one in task.get("annotations") or []:
        by = one.get("completed_by")
        names = by.values() if isinstance(by, dict) else [by]
        if not one.get("was_cancelled") and (annotator is None or annotator in map(str, names)):
            return dict(one)
    return None


def _gold(data: Mapping[str, Any], result: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    text = data["text"]
    beside = Kept(**data[_DATA]) if data.get(_DATA) else Kept({"id": data.get("article_id")})
    if not beside.gold.get("id"):
        raise ValueError("no article_id in its data; expected the id of the article")
    entries = list(result)
    said = _said(entries)
    marked = [_region(one, text, said.get(one["id"], {}), beside) for one in entries if one["type"] == "labels"]
    gold = gold_of(marked, text, beside)
    return _tied(gold, [entry for entry in entries if entry["type"] == "relation"], marked)


def _said(entries: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, list[str]]]:
    """Give the answers of each region, by field."""
    found: dict[str, dict[str, list[str]]] = {}
    for entry in entries:
        if entry["type"] in set(Form):
            key = Form(entry["type"]).key
            found.setdefault(entry["id"], {})[entry["from_name"]] = list(entry["value"][key])
    return found


def _region(entry: Mapping[str, Any], text: str, said: Mapping[str, list[str]], beside: Kept) -> Region:
    value, region_id = entry["value"], str(entry["id"])
    (label,) = value["labels"]
    if label not in KIND_OF:
        raise ValueError(f"label {label!r} of region {region_id}; expected {', '.join(KIND_OF)}")
    start, end = _offsets(value, text, region_id)
    was = beside.items.get(region_id, {})
    asked = [one for one in CONTROLS[label] if one.field in said or one.field in was]
    fields = {one.field: _answer(one, said.get(one.field, [])) for one in asked}
    return Region(region_id, label, start, end, fields, OPTIONAL in said.get(OPTIONAL, []))


def _answer(control: Control, answers: list[str]) -> Any:
    if control.many:
        return answers
    return answers[0] if answers else control.empty


def _offsets(value: Mapping[str, Any], text: str, region_id: str) -> tuple[int, int]:
    """Find which characters a span means: as Python counts them, or as JavaScript does, whichever has its words."""
    start, end = int(value["start"]), int(value["end"])
    words = value.get("text")
    if words is None or _same(text[start:end], str(words)):
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    start, end = (len(units[: 2 * place].decode("utf-16-le", "replace")) for place in (start, end))
    if _same(text[start:end], str(words)):
        return start, end
    where = f"region {region_id}: {words!r} is not what stands at {value['start']}-{value['end']}"
    raise ValueError(f"{where}; expected the text that was exported")


def _same(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n").split() == other.replace("\\n", "\n").split()


def _tied(gold: dict[str, Any], entries: Sequence[Mapping[str, Any]], marked: Iterable[Region]) -> dict[str, Any]:
    """Give gold the relations between regions; an item that is tied and has no key gets its region's id for one."""
    names = {end for entry in entries for end in (entry["from_id"], entry["to_id"])}
    keys: dict[str, str] = {}
    for region in marked:
        kind = KIND_OF[region.label]
        for name in (kind, f"optional_{kind}") if region.region_id in names and kind != "people" else ():
            items = gold.get(name) or []
            for place, item in enumerate(items):
                if (item["start"], item["end"]) == (region.start, region.end):
                    keys[region.region_id] = item.get("key") or region.region_id
                    items[place] = {**item, "key": keys[region.region_id]}
    ties = [
        {"type": kind, "of": keys[entry["from_id"]], "to": keys[entry["to_id"]]}
        for entry in entries
        for kind in entry.get("labels") or []
        if entry["from_id"] in keys and entry["to_id"] in keys
    ]
    return {**gold, "relations": ties} if ties or "relations" in gold else gold
