"""Who may know whom: the table of docs/architecture.md, held against the imports that are really there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "newsfacts"
ROOM = {path.name for path in SOURCE.iterdir() if path.is_dir()} | {path.stem for path in SOURCE.glob("*.py")}

ONLY_FROM: dict[str, set[str]] = {
    "cli": set(),
    "engines": {"cli", "calibration"},
    "sources": {"cli", "engines"},
    "tables": {"cli", "engines", "schema"},
    "schema": {"cli"},
    "evaluate": {"cli", "calibration"},
    "scoring": {"evaluate", "relation_scoring", "calibration"},
}
"""For each of these: who else may import it."""

ONLY_TO: dict[str, set[str]] = {
    "errors": set(),
    "record": {"errors"},
    "published": set(),
    "article": {"errors", "published", "record"},
    "terminal": set(),
    "language_id": {"lexicons"},
    "lexicons": {"errors"},
    "tables": {"errors", "record"},
    "sources": {"article", "errors", "published", "record"},
}
"""For each of these: whom it may import."""

STRANGERS = [("facts", "people"), ("people", "facts"), ("speech", "facts")]
"""The first may not import the second."""


def imports() -> Iterator[tuple[str, str]]:
    """Yield each import of one part of the package by another."""
    for path in sorted(SOURCE.rglob("*.py")):
        inside = path.relative_to(SOURCE)
        part = inside.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "newsfacts":
                named = node.module.split(".")[1:]
                targets = [named[0]] if named else [alias.name for alias in node.names if alias.name in ROOM]
                for target in targets:
                    if target != part:
                        yield part, target


ALL = sorted(set(imports()))


@pytest.mark.parametrize(("target", "allowed"), ONLY_FROM.items())
def test_a_part_is_known_only_to_those_above(target: str, allowed: set[str]) -> None:
    assert {source for source, other in ALL if other == target} - {"__init__"} <= allowed


@pytest.mark.parametrize(("source", "allowed"), ONLY_TO.items())
def test_a_part_knows_only_those_below(source: str, allowed: set[str]) -> None:
    assert {other for part, other in ALL if part == source} <= allowed


@pytest.mark.parametrize(("source", "stranger"), STRANGERS)
def test_neighbours_do_not_know_each_other(source: str, stranger: str) -> None:
    assert (source, stranger) not in ALL


def test_the_imports_are_seen() -> None:
    assert ("cli", "engines") in ALL
    assert ("extract", "people") in ALL
