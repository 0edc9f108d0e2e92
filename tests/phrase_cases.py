"""The cases of the phrase tables in corpus/phrases, for the tests that walk over them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

PHRASES = Path(__file__).parents[1] / "corpus" / "phrases"


def give_cases(metafunc: pytest.Metafunc) -> None:
    """Give the test of a module test_KIND.py the cases of corpus/phrases/KIND.toml."""
    kind = metafunc.module.__name__.rpartition("test_")[2]
    for name, key in (("match_case", "match"), ("leave_case", "leave")):
        if name in metafunc.fixturenames:
            cases = cases_of(kind, key)
            metafunc.parametrize(name, cases, ids=[f"{case['text']} ({case['fact']})" for case in cases])


def cases_of(kind: str, key: str) -> list[dict[str, Any]]:
    table = tomllib.loads((PHRASES / f"{kind}.toml").read_text("utf-8"))
    return [_read(case) for group in table["group"] for case in group.get(key, ())]


def _read(case: dict[str, Any]) -> dict[str, Any]:
    """Take the marks out of a case and say where its fact stands."""
    text, marked = case["text"], None
    if "[" in text:
        marked = text[text.index("[") + 1 : text.index("]")]
    plain = text.replace("[", "").replace("]", "")
    start = plain.rindex(case["fact"])
    read_case = {**case, "text": plain, "marked": marked, "start": start, "end": start + len(case["fact"])}
    return read_case | {f"{key}_day": case[key] for key in ("start", "end") if key in case}
