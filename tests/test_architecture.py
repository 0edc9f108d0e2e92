"""Who may know whom: the floors of docs/architecture.md, held against the imports that are really there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "newsfacts"
ROOMS = {path.stem for path in SOURCE.iterdir() if path.name not in ("__init__.py", "__pycache__", "py.typed")}

FLOORS: tuple[tuple[str, ...], ...] = (
    ("cli",),
    ("view",),
    ("evaluation", "explain"),
    ("engines",),
    ("sources", "tables"),
    ("extract",),
    ("assemble",),
    ("events", "relations"),
    ("actions",),
    ("packs",),
    ("people", "speech", "figures"),
    ("language",),
    ("page",),
    ("weigh", "rules"),
    ("lexicons",),
    ("article",),
    ("record",),
    ("options",),
    ("errors",),
)
"""From the roof down. A room may know those on lower floors, and nobody else."""

STRANGERS = [
    ("sources", "extract"),
    ("tables", "extract"),
    ("sources", "language"),
    ("tables", "language"),
    ("explain", "engines"),
]
"""The first may not import the second, though it stands lower."""

MOST_ROOMS = 25
"""So many names at the top can be seen at a glance."""

MOST_PARAMETERS = 5
ONE_A_FIELD = {"article/article.py: __init__", "engines/component/__init__.py: make"}
"""Constructors of values, which take what their fields hold."""


def imports() -> Iterator[tuple[str, str]]:
    """Yield each import of one room by another."""
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "newsfacts":
                named = node.module.split(".")[1:]
                targets = [named[0]] if named else [alias.name for alias in node.names if alias.name in ROOMS]
                yield from ((room, target) for target in targets if target != room)


ALL = sorted(set(imports()))
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}


def test_every_room_has_a_floor() -> None:
    assert set(FLOOR) == ROOMS
    assert len(ROOMS) <= MOST_ROOMS


@pytest.mark.parametrize(("room", "other"), [pair for pair in ALL if pair[0] != "__init__"])
def test_imports_go_down(room: str, other: str) -> None:
    assert FLOOR[room] < FLOOR[other]


@pytest.mark.parametrize(("room", "stranger"), STRANGERS)
def test_some_rooms_are_strangers(room: str, stranger: str) -> None:
    assert (room, stranger) not in ALL


def test_the_imports_are_seen() -> None:
    assert ("cli", "engines") in ALL
    assert ("extract", "people") in ALL


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield every function with the name of its file."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield str(path.relative_to(SOURCE)), node


def test_no_function_takes_more_than_it_can_be_told_with() -> None:
    def parameters(node: ast.FunctionDef) -> int:
        names = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        return len([name for name in names if name not in ("self", "cls")])

    many = {f"{file}: {node.name}" for file, node in functions() if parameters(node) > MOST_PARAMETERS}
    assert many == ONE_A_FIELD


MOST_LINES = 400
"""A module of more holds several ideas."""


def test_no_module_is_longer_than_a_head_holds() -> None:
    files = sorted(SOURCE.rglob("*.py"))
    assert not [str(file) for file in files if len(file.read_text("utf-8").splitlines()) > MOST_LINES]


def _asks(node: ast.AST) -> bool:
    """See a rule, or its id, compared with texts, or looked for in a constant of them."""
    if not isinstance(node, ast.Compare) or isinstance(node.ops[0], (ast.Is, ast.IsNot)):
        return False
    name = ast.unparse(node.left).split(".")
    told = [
        one
        for one in ast.walk(node)
        if (isinstance(one, ast.Constant) and isinstance(one.value, str))
        or (isinstance(one, ast.Name) and one.id.isupper())
    ]
    return bool(told) and (name[-1] == "rule" or name[-2:] == ["rule", "id"])


def test_no_code_asks_which_rule_it_was() -> None:
    """Control flow uses fields: kinds, traits, forms."""
    asked = [
        f"{path.relative_to(SOURCE)}: {ast.unparse(node)}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if _asks(node)
    ]
    assert not asked


APART = ("startswith", "endswith", "split", "partition", "rpartition", "removeprefix")


def test_no_id_is_taken_apart() -> None:
    taken = [
        f"{path.relative_to(SOURCE)}: {ast.unparse(node)}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in APART
        if ast.unparse(node.func.value).endswith((".rule", "rule.id"))
    ]
    assert not taken


MOST_COMPLEX = 30
"""Ways through one function at most, McCabe's count: one, and one more for each branch, loop and "and" or "or"."""

BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.Assert, ast.match_case, ast.comprehension)


def complexity(node: ast.AST) -> int:
    """Count the ways through a function, those of functions and generators inside it included."""
    inside = list(ast.walk(node))
    branches = sum(isinstance(one, BRANCHES) for one in inside)
    conditions = sum(len(one.ifs) for one in inside if isinstance(one, ast.comprehension))
    joints = sum(len(one.values) - 1 for one in inside if isinstance(one, ast.BoolOp))
    return 1 + branches + conditions + joints


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("def f(a): return a", 1),
        ("def f(a):\n if a: return 1\n return 2", 2),
        ("def f(a, b, c): return a and b and (c or a)", 4),
        ("def f(a): return [b for b in a if b if b > 1]", 4),
        ("def f(a):\n for b in a:\n  while b: b -= 1\n return 1 if a else 2", 4),
        ("def f(a):\n try: return a()\n except ValueError: return 1", 2),
    ],
)
def test_the_ways_through_a_function_are_counted(code: str, ways: int) -> None:
    assert complexity(ast.parse(code).body[0]) == ways


def test_no_function_has_more_ways_than_can_be_followed() -> None:
    found = {f"{file}: {node.name}": ways for file, node in functions() if (ways := complexity(node)) > MOST_COMPLEX}
    assert not found
