"""The form of gold as files for others: its JSON Schema, and the labelling interface of Label Studio."""

import json
from collections.abc import Iterator

from newsfacts.evaluation.exchange.controls import labelling_interface
from newsfacts.evaluation.gold_model import gold_schema

__all__ = ["schemas"]


def schemas() -> Iterator[tuple[str, str]]:
    """Yield each file about gold in `schemas/`: its name and its content."""
    yield "gold.schema.json", json.dumps(gold_schema(), indent=2, ensure_ascii=False) + "\n"
    yield "label-studio.xml", labelling_interface()
